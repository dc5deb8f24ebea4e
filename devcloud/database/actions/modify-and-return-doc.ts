import { equal } from '../../values/compare'
import { parseEjsonDoc, printEjson } from '../../values/ejson'
import { refuseTransaction, writeQuery, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'
import { compileUpdate } from '../updater'

/** `where(…).updateAndReturn(…)`: one document, as it is afterwards; null if there is none. */
export const modifyAndReturnDoc: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const at = now()
  const query = writeQuery(parameters, at)
  const update = compileUpdate(parseEjsonDoc(parameters['data'], at, 'data'))
  return store.transaction(() => {
    const collection = store.requireCollection(parameters['collectionName'])
    const [row] = matchingRows(store, collection, query, 1)
    if (!row) return { updated: 0, doc: null }
    const after = update(row.doc, query)
    if (!equal(after, row.doc)) store.replace(collection, row, after)
    return { updated: 1, doc: printEjson(after) }
  })
}
