import { invalidParam } from '../../errors'
import { refuseTransaction, writeQuery, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'

/** `where(…).remove()` and `doc(id).remove()`: all of the documents or none. */
export const removeDocument: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const query = writeQuery(parameters, now())
  const { multi } = parameters
  if (typeof multi !== 'boolean') throw invalidParam('multi must be true or false')
  return store.transaction(() => {
    const collection = store.requireCollection(parameters['collectionName'])
    const rows = matchingRows(store, collection, query, multi ? Infinity : 1)
    for (const row of rows) store.remove(collection, row)
    return { deleted: rows.length }
  })
}
