import { databaseRequestFailed } from '../errors'
import { compare } from '../values/compare'
import { type Doc, type Value } from '../values/value'
import { find, splitPath, type Found } from './path'

/** One key of a sort or of an index: a dotted path, upwards or downwards. */
export interface OrderKey { field: string; path: string[]; direction: 1 | -1 }

/** Reads `{field: 1, other: -1}`, first key first. */
export const parseOrder = (order: Doc): OrderKey[] => Object.keys(order).map((field) => {
  const direction = order[field] as Value
  if (direction !== 1 && direction !== -1) throw databaseRequestFailed(`bad sort specification: ${field} must be 1 or -1`)
  return { field, path: splitPath(field), direction }
})

/** Below null: what an empty array counts as when it is sorted by (MongoDB sorts it as `undefined`). */
const EMPTY_ARRAY = Symbol('empty array')
type SortValue = Found | typeof EMPTY_ARRAY

const compareSortValues = (a: SortValue, b: SortValue): number => {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return Number(b === EMPTY_ARRAY) - Number(a === EMPTY_ARRAY)
  return compare(a, b)
}

/** An array is sorted by its smallest element upwards and by its largest downwards. */
const sortValue = (doc: Doc, { path, direction }: OrderKey): SortValue => {
  const places = find(doc, path).flatMap((found): SortValue[] =>
    Array.isArray(found) ? (found.length === 0 ? [EMPTY_ARRAY] : found) : [found])
  if (places.length <= 1) return places[0]
  return places.reduce((best, place) => (compareSortValues(place, best) * direction < 0 ? place : best))
}

/** @returns a copy in order; documents that are equal in every key stay as they were */
export const sortDocs = (docs: readonly Doc[], order: readonly OrderKey[]): Doc[] => {
  const rows = docs.map((doc) => ({ doc, values: order.map((key) => sortValue(doc, key)) }))
  rows.sort((a, b) => {
    for (let at = 0; at < order.length; at++) {
      const by = compareSortValues(a.values[at], b.values[at]) * (order[at] as OrderKey).direction
      if (by !== 0) return by
    }
    return 0
  })
  return rows.map(({ doc }) => doc)
}
