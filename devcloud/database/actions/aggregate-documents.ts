import { printEjson } from '../../values/ejson'
import { refuseTransaction, type DatabaseAction } from '../action'
import { matchingPage } from '../matching'
import { runPipeline, type Read } from '../pipeline'
import { parsePipeline } from '../stages'

/** `aggregate().….end()`. */
export const aggregateDocuments: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const collection = store.requireCollection(parameters['collectionName'])
  // What `$lookup` names need not exist: MongoDB reads it as empty.
  const read: Read = (name, query, order, most) => matchingPage(store, name, query, order, 0, most)
  return { list: runPipeline(collection, parsePipeline(parameters['stages'], now()), read).map(printEjson) }
}
