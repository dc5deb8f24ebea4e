import { readQuery, refuseTransaction, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'

/** `where(…).count()`. */
export const calculateDocument: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const collection = store.requireCollection(parameters['collectionName'])
  return { total: matchingRows(store, collection, readQuery(parameters, now())).length }
}
