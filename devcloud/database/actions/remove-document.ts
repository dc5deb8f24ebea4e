import { invalidParam } from '../../errors'
import { write } from '../access'
import { writeQuery, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'

/** `where(…).remove()` and `doc(id).remove()`: all of the documents or none. */
export const removeDocument: DatabaseAction = (parameters, context) => {
  const query = writeQuery(parameters, context.now())
  const { multi } = parameters
  if (typeof multi !== 'boolean') throw invalidParam('multi must be true or false')
  return write(parameters, context, (documents) => {
    const collection = documents.requireCollection(parameters['collectionName'])
    const rows = matchingRows(documents, collection, query, multi ? Infinity : 1)
    for (const row of rows) documents.remove(collection, row)
    return { deleted: rows.length }
  })
}
