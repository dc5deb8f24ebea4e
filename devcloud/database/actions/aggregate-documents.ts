import { printEjson } from '../../values/ejson'
import { refuseTransaction, type DatabaseAction } from '../action'
import { matchingPage } from '../matching'
import { runPipeline, type Read } from '../pipeline'
import { parsePipeline } from '../stages'

/** `aggregate().….end()`. */
export const aggregateDocuments: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const collection = store.requireCollection(parameters['collectionName'])
  // MongoDB reads a collection that does not exist as empty; here it is a mistake in a name.
  const read: Read = (name, query, order, most) => matchingPage(store, store.requireCollection(name), query, order, 0, most)
  return { list: runPipeline(collection, parsePipeline(parameters['stages'], now()), read).map(printEjson) }
}
