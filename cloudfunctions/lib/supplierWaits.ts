import type { CaseState } from '../../domain/case/case'
import { seenBy } from '../../domain/case/effect'
import { dueFor } from '../../domain/clock/deadlines'
import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { CARD_FIELDS, type CaseDocument } from './cases'
import { _, db } from './database'

/*
 * What waits for suppliers. The database's fields tell how things stand once everything decided is in effect; the few decisions of these
 * very seconds are put right here, by what the supplier may know of them.
 */

/** More than fit one look, and far more than are decided within seconds. */
const PAGE = 100

type Listed = Pick<CaseDocument, 'state' | 'supplierDueAt'>

/** The cases that wait for these suppliers, what is due first at the top. */
export async function supplierWaits(supplierIds: readonly string[], now: number): Promise<CaseState[]> {
  const waiting = db.collection('cases').where({ ...of(supplierIds), supplierDueAt: _.gt(0) }).orderBy('supplierDueAt', 'asc').field(CARD_FIELDS).limit(PAGE).get()
  const [{ data }, pending] = await Promise.all([waiting, pendingOf(supplierIds, now)])
  const known = new Map([...(data as Pick<CaseDocument, 'state'>[]), ...pending].map(({ state }) => [state.id, state]))
  return [...known.values()]
    .flatMap(state => { const due = dueAt(state, now); return due === null ? [] : [{ state, due }] })
    .sort((a, b) => a.due - b.due).map(({ state }) => state)
}

/** How many cases wait for these suppliers. */
export async function countSupplierWaits(supplierIds: readonly string[], now: number): Promise<number> {
  const [{ total }, pending] = await Promise.all([
    db.collection('cases').where({ ...of(supplierIds), supplierDueAt: _.gt(0) }).count(),
    pendingOf(supplierIds, now),
  ])
  return (total ?? 0) + pending.filter(c => dueAt(c.state, now) !== null).length - pending.filter(c => c.supplierDueAt !== null).length
}

function of(supplierIds: readonly string[]) {
  return { supplierId: _.in([...supplierIds]) }
}

/** Cases whose newest decision is not in effect yet. */
async function pendingOf(supplierIds: readonly string[], now: number): Promise<Listed[]> {
  const { data } = await db.collection('cases').where({ ...of(supplierIds), effectiveAt: _.gt(now) }).field({ ...CARD_FIELDS, supplierDueAt: true }).limit(PAGE).get()
  return data as Listed[]
}

/** Until when the supplier has to act, by what it may know; null when nothing waits for it. */
function dueAt(c: CaseState, now: number): number | null {
  return dueFor(seenBy(c, 'supplier', now), 'supplier', DEFAULT_POLICY)?.dueAt ?? null
}
