import type { Doc } from '../values/value'
import { compileQuery } from './matcher'
import { sortDocs, type OrderKey } from './order'
import type { Documents, Row } from './documents'

/**
 * The documents that satisfy a query, in the order in which they were inserted or found.
 * @param most stop after so many
 */
export const matchingRows = (documents: Pick<Documents, 'candidates'>, collection: string, query: Doc, most = Infinity): Row[] => {
  const match = compileQuery(query)
  const found: Row[] = []
  for (const row of documents.candidates(collection, query).rows) {
    if (!match(row.doc)) continue
    found.push(row)
    if (found.length >= most) break
  }
  return found
}

/** A page of the documents that satisfy a query. An index that yields the order is walked no further than the page goes. */
export const matchingPage = (documents: Pick<Documents, 'candidates'>, collection: string, query: Doc, order: readonly OrderKey[], skip: number, limit: number): Doc[] => {
  const match = compileQuery(query)
  const { rows, ordered } = documents.candidates(collection, query, order)
  const found: Doc[] = []
  for (const { doc } of rows) {
    if (!match(doc)) continue
    found.push(doc)
    if ((ordered || order.length === 0) && found.length >= skip + limit) break
  }
  return (ordered ? found : sortDocs(found, order)).slice(skip, skip + limit)
}
