import { equal } from '../../values/compare'
import { parseEjsonDoc, printEjson } from '../../values/ejson'
import { write } from '../access'
import { writeQuery, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'
import { compileUpdate } from '../updater'

/** `where(…).updateAndReturn(…)`: one document, as it is afterwards; null if there is none. */
export const modifyAndReturnDoc: DatabaseAction = (parameters, context) => {
  const at = context.now()
  const query = writeQuery(parameters, at)
  const update = compileUpdate(parseEjsonDoc(parameters['data'], at, 'data'))
  return write(parameters, context, (documents) => {
    const collection = documents.requireCollection(parameters['collectionName'])
    const [row] = matchingRows(documents, collection, query, 1)
    if (!row) return { updated: 0, doc: null }
    const after = update(row.doc, query)
    if (!equal(after, row.doc)) documents.replace(collection, row, after)
    return { updated: 1, doc: printEjson(after) }
  })
}
