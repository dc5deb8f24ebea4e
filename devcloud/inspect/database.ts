import { explain } from '../database/explain'
import { matchingPage, matchingRows } from '../database/matching'
import { MAX_PAGE } from '../database/limits'
import { parseOrder } from '../database/order'
import { parseEjsonDoc, printEjson } from '../values/ejson'
import type { World } from '../wire/world'
import { whole } from './whole'

/** Every collection with how many documents it has and its indexes. */
export const listCollections = ({ database: { store } }: World) => ({
  collections: store.catalog.list().map(({ name, documents, indexes }) => ({
    name, documents,
    indexes: indexes.map((index) => ({ name: index.name, unique: index.unique, multikey: index.multikey, keys: index.keys.map(({ field, direction }) => ({ field, direction })) })),
  })),
})

/** Documents that a filter is counted up to: whoever looks must not make the cloud stand still. */
const COUNTED = 10_000

/**
 * A page of a collection: `collection`, `query` and `order` as EJSON, `skip`, `limit`.
 * @returns how many there are in all (at least so many, if they were not all `counted`), the documents as EJSON text, and how they were found
 */
export const readDocuments = ({ database: { store, now } }: World, asked: URLSearchParams) => {
  const collection = store.requireCollection(asked.get('collection') ?? undefined)
  const query = parseEjsonDoc(asked.get('query') ?? '{}', now(), 'query')
  const order = parseOrder(parseEjsonDoc(asked.get('order') ?? '{}', now(), 'order'))
  const skip = whole(asked, 'skip', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 0 })
  const limit = whole(asked, 'limit', { least: 1, most: MAX_PAGE, otherwise: 20 })
  const filtered = Object.keys(query).length > 0
  const total = filtered ? matchingRows(store, collection, query, COUNTED).length : store.catalog.count(collection)
  return {
    total, counted: !filtered || total < COUNTED,
    documents: matchingPage(store, collection, query, order, skip, limit).map(printEjson),
    explain: explain(store, collection, query, order, skip, limit),
  }
}
