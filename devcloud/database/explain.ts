import type { Doc } from '../values/value'
import type { Candidates, Documents } from './documents'
import { matchingPage } from './matching'
import type { OrderKey } from './order'

/** How a query was answered. */
export interface Explanation {
  /** By `_id`, through an index, or by looking at every document. */
  plan: 'ids' | 'index' | 'all'
  /** The index's name. */
  index?: string
  direction?: 'forwards' | 'backwards'
  /** How many stretches of the index, or how many ids. */
  ranges?: number
  keysExamined: number
  documentsExamined: number
  returned: number
  /** True if what was found had to be sorted; false if the index yields the order, or none was asked for. */
  sortedInMemory: boolean
  milliseconds: number
}

/** Answers a query as `get()` does and tells how: what MongoDB's `explain('executionStats')` is for. */
export const explain = (documents: Pick<Documents, 'candidates'>, collection: string, query: Doc, order: readonly OrderKey[], skip: number, limit: number): Explanation => {
  const seen: Candidates[] = []
  const candidates: Documents['candidates'] = (...asked) => {
    const found = documents.candidates(...asked)
    seen.push(found)
    return found
  }
  const begun = performance.now()
  const returned = matchingPage({ candidates }, collection, query, order, skip, limit).length
  const milliseconds = Number((performance.now() - begun).toFixed(3))
  const [found] = seen as [Candidates]
  const { kind, index, backwards, ranges } = found.plan
  return {
    plan: kind, ...(index === undefined ? {} : { index, direction: backwards ? 'backwards' : 'forwards' }), ...(ranges === undefined ? {} : { ranges }),
    keysExamined: found.examined.keys, documentsExamined: found.examined.documents, returned,
    sortedInMemory: order.length > 0 && !found.ordered, milliseconds,
  }
}
