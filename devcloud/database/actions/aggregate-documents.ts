import { printEjson } from '../../values/ejson'
import { refuseTransaction, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'
import { parsePipeline } from '../stages'

/** `aggregate().….end()`. */
export const aggregateDocuments: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const collection = store.requireCollection(parameters['collectionName'])
  const { query, stages } = parsePipeline(parameters['stages'], now())
  const docs = stages.reduce((some, stage) => stage(some), matchingRows(store, collection, query).map(({ doc }) => doc))
  return { list: docs.map(printEjson) }
}
