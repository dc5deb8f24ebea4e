import { randomBytes } from 'node:crypto'
import { invalidParam } from '../../errors'
import { parseEjsonDoc } from '../../values/ejson'
import { emptyDoc, ObjectId, type Doc, type Value } from '../../values/value'
import { write } from '../access'
import type { DatabaseAction } from '../action'
import { checkStorable } from '../storable'

/** An id is drawn where there is none: 32 hexadecimal digits, as the service does. `_id` comes first. */
const withId = (doc: Doc): Doc => {
  const { _id: id, ...rest } = doc
  return Object.assign(emptyDoc(), { _id: id ?? randomBytes(16).toString('hex') }, rest)
}

const plainId = (id: Value): unknown => (id instanceof ObjectId ? id.hex : id)

/** `collection.add(doc)` and `add([doc, …])`: all of them or none. */
export const insertDocument: DatabaseAction = async (parameters, context) => {
  const { data } = parameters
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a list of documents')
  const at = context.now()
  const docs = data.map((text) => withId(parseEjsonDoc(text, at, 'data')))
  docs.forEach(checkStorable)
  await write(parameters, context, (documents) => {
    const collection = documents.requireCollection(parameters['collectionName'])
    for (const doc of docs) documents.insert(collection, doc)
  })
  return { insertedIds: docs.map((doc) => plainId(doc['_id'] as Value)) }
}
