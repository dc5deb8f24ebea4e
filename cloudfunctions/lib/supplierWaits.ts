import type { CaseState } from '../../domain/case/case'
import { seenBy } from '../../domain/case/effect'
import { listedAt } from '../../domain/clock/deadlines'
import { CARD_FIELDS, type CaseDocument } from './cases'
import { _ } from './database'
import { page, totalsBy, type Beside } from './oneRequest'

/*
 * What waits for suppliers. The database's fields tell how things stand once everything decided is in effect; the few decisions of these
 * very seconds are put right here, by what the supplier may know of them.
 */

/** More than fit one look, and far more than are decided within seconds. */
export const PAGE = 100

type Listed = Pick<CaseDocument, 'state' | 'supplierDueAt'>

/** How many cases wait, by the database's fields, for each supplier; and the cases whose newest decision is not in effect yet. */
export interface Waiting {
  totals: Map<unknown, number>
  pending: Listed[]
}

/** What has to be read to count what waits for these suppliers. */
export function waitingOf(supplierIds: readonly string[], now: number): { [K in keyof Waiting]: Beside<Waiting[K]> } {
  return {
    totals: totalsBy('cases', { ...casesOf(supplierIds), supplierDueAt: _.gt(0) }, 'supplierId', supplierIds.length),
    pending: page<Listed>('cases', { ...casesOf(supplierIds), effectiveAt: _.gt(now) }, { limit: PAGE, fields: { ...CARD_FIELDS, supplierDueAt: true } }),
  }
}

/** What has to be read to list it; see `inOrder`. */
export function firstWaitingOf(supplierIds: readonly string[]): Beside<Pick<CaseDocument, 'state'>[]> {
  return page('cases', { ...casesOf(supplierIds), supplierDueAt: _.gt(0) }, { sort: { supplierDueAt: 1 }, limit: PAGE, fields: CARD_FIELDS })
}

/** How many cases wait for this supplier. */
export function countWaiting({ totals, pending }: Waiting, supplierId: string, now: number): number {
  const here = pending.filter(c => c.state.supplierId === supplierId)
  return (totals.get(supplierId) ?? 0) + here.filter(c => dueAt(c.state, now) !== null).length - here.filter(c => c.supplierDueAt !== null).length
}

/** The cases that wait, what is due first at the top. */
export function inOrder(waiting: readonly Pick<CaseDocument, 'state'>[], pending: readonly Listed[], now: number): CaseState[] {
  const known = new Map([...waiting, ...pending].map(({ state }) => [state.id, state]))
  return [...known.values()]
    .flatMap(state => { const due = dueAt(state, now); return due === null ? [] : [{ state, due }] })
    .sort((a, b) => a.due - b.due).map(({ state }) => state)
}

export function casesOf(supplierIds: readonly string[]) {
  return { supplierId: _.in([...supplierIds]) }
}

/** Until when the supplier has to act, by what it may know; null when nothing waits for it. */
function dueAt(c: CaseState, now: number): number | null {
  return listedAt(seenBy(c, 'supplier', now), 'supplier')
}
