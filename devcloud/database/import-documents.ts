import { parseEjsonDoc } from '../values/ejson'
import type { Doc } from '../values/value'
import { checkStorable } from './storable'
import type { Store } from './store'

/** Written in one transaction. */
const PORTION = 20_000

/**
 * Adds documents in bulk, each of which has its `_id`.
 * @param documents EJSON as objects @param now what `{$date}` and the like are read at, ms
 * @returns how many @throws DATABASE_DUPLICATE_WRITE; what was written in earlier portions stays
 */
export const importDocuments = (store: Store, name: string, documents: Iterable<object>, now: number): number => {
  const collection = store.requireCollection(name)
  let [portion, added]: [Doc[], number] = [[], 0]
  const write = () => {
    store.transaction(() => store.insertMany(collection, portion))
    added += portion.length
    portion = []
  }
  for (const document of documents) {
    const doc = parseEjsonDoc(JSON.stringify(document), now, 'a document')
    checkStorable(doc)
    portion.push(doc)
    if (portion.length === PORTION) write()
  }
  if (portion.length > 0) write()
  return added
}
