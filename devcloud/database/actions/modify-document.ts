import { randomBytes } from 'node:crypto'
import { databaseRequestFailed, invalidParam, notSupported } from '../../errors'
import { equal } from '../../values/compare'
import { parseEjsonDoc } from '../../values/ejson'
import { emptyDoc, isDoc, ObjectId, type Doc, type Value } from '../../values/value'
import { write } from '../access'
import { writeQuery, type DatabaseAction } from '../action'
import { matchingRows } from '../matching'
import { checkStorable } from '../storable'
import { compileUpdate, type Updater } from '../updater'

/** `set`: everything but `_id` is replaced. */
const replacement = (data: Doc): Updater => {
  checkStorable(data)
  return (doc) => {
    if (data['_id'] !== undefined && !equal(data['_id'], doc['_id'])) throw databaseRequestFailed("the (immutable) field '_id' was found to have been altered")
    return Object.assign(emptyDoc(), { _id: doc['_id'] as Value }, data)
  }
}

/** A document made by an upsert begins with the `_id` of its query; other fields of the query are the caller's to name. */
const upserted = (query: Doc, update: Updater): Doc => {
  const fields = Object.keys(query)
  const id = query['_id']
  if (fields.length !== 1 || id === undefined || isDoc(id)) throw notSupported('an upsert whose query is not exactly {_id}')
  return update(Object.assign(emptyDoc(), { _id: id ?? randomBytes(16).toString('hex') }))
}

const flag = (parameters: Record<string, unknown>, name: string): boolean => {
  const value = parameters[name]
  if (typeof value !== 'boolean') throw invalidParam(`${name} must be true or false`)
  return value
}

/**
 * `where(…).update(…)`, `doc(id).update(…)` and `doc(id).set(…)`: one statement, all of its documents or none.
 * `updated` counts the documents that changed (MongoDB's nModified), not those that matched.
 */
export const modifyDocument: DatabaseAction = (parameters, context) => {
  const at = context.now()
  const query = writeQuery(parameters, at)
  const data = parseEjsonDoc(parameters['data'], at, 'data')
  const multi = flag(parameters, 'multi')
  const merge = flag(parameters, 'merge')
  const upsert = flag(parameters, 'upsert')
  const update = merge ? compileUpdate(data) : replacement(data)
  if (!merge && multi) throw databaseRequestFailed('multi update is not supported for replacement-style update')
  return write(parameters, context, (documents) => {
    const collection = documents.requireCollection(parameters['collectionName'])
    const rows = matchingRows(documents, collection, query, multi ? Infinity : 1)
    let updated = 0
    for (const row of rows) {
      const after = update(row.doc, query)
      if (equal(after, row.doc)) continue
      documents.replace(collection, row, after)
      updated++
    }
    if (rows.length > 0 || !upsert) return { updated }
    const doc = upserted(query, merge ? compileUpdate(data, true) : update)
    documents.insert(collection, doc)
    const id = doc['_id'] as Value
    return { updated: 0, upsert_id: id instanceof ObjectId ? id.hex : id }
  })
}
