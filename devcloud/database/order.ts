import { CloudError, databaseRequestFailed } from '../errors'
import { type Doc, type Value } from '../values/value'
import { indexEntries } from './index-keys'
import { splitPath } from './path'

/** One key of a sort or of an index: a dotted path, upwards or downwards. */
export interface OrderKey { field: string; path: string[]; direction: 1 | -1 }

/** Reads `{field: 1, other: -1}`, first key first. */
export const parseOrder = (order: Doc): OrderKey[] => Object.keys(order).map((field) => {
  const direction = order[field] as Value
  if (direction !== 1 && direction !== -1) throw databaseRequestFailed(`bad sort specification: ${field} must be 1 or -1`)
  return { field, path: splitPath(field), direction }
})

/**
 * What a document is sorted by: the first of the entries that it would have in an index with these keys. So an array is sorted by its
 * smallest element upwards and by its largest downwards, and two keys inside one array by the element that comes first in both.
 */
const sortKey = (doc: Doc, keys: OrderKey[]): Buffer => {
  try {
    return indexEntries(doc, { name: '', keys, unique: false }).keys.reduce((first, key) => (Buffer.compare(key, first) < 0 ? key : first))
  } catch (error) {
    // Two arrays in one entry: the only thing that no entry can be made of.
    if (error instanceof CloudError) throw databaseRequestFailed('cannot sort with keys that are parallel arrays')
    throw error
  }
}

/** @returns a copy in order; documents that are equal in every key stay as they were */
export const sortDocs = (docs: readonly Doc[], order: readonly OrderKey[]): Doc[] => {
  if (order.length === 0) return [...docs]
  const rows = docs.map((doc) => ({ doc, key: sortKey(doc, [...order]) }))
  return rows.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ doc }) => doc)
}
