import { decide } from '../../domain/case/decide'
import type { Order } from '../../domain/orders/order'
import { caseOf, momentFor, saveCase, type CaseDocument } from './cases'
import { _, db, findById, MOST_DOCUMENTS } from './database'
import { deriveId } from './deriveId'
import { undoWindow } from './undoWindow'

/** Others may act on the same case at the same moment. */
const TRIES = 5

/** Makes the cases that the leader filed for these households the person's own. */
export async function takeOverAll(orderIds: readonly string[], personId: string, now: number): Promise<void> {
  const { data } = await db.collection('cases').where({ orderId: _.in([...orderIds]), residentId: null }).limit(MOST_DOCUMENTS).get()
  await Promise.all((data as CaseDocument[]).map(stored => takeOver(stored, personId, now)))
}

/**
 * For the courier: somebody may have bound the order while the case was being filed, or while a decision on it could still be taken back.
 * @returns the case as it stands now
 */
export async function takeOverLate(stored: CaseDocument, now: number): Promise<CaseDocument> {
  if (stored.state.residentId !== null) return stored
  const order = await findById<Order>('orders', stored.orderId)
  const [personId] = order?.residents ?? []
  return personId === undefined ? stored : takeOver(stored, personId, now)
}

async function takeOver(first: CaseDocument, personId: string, now: number): Promise<CaseDocument> {
  let stored: CaseDocument | null = first
  for (let tried = 0; stored && tried < TRIES; tried++) {
    const by = { party: 'resident' as const, personId }
    const decision = decide(caseOf(stored), { type: 'takeOver' }, { now: momentFor(stored, now), by, commandId: deriveId('takeOver', stored._id), seen: stored.version, undoWindow: undoWindow() })
    // Somebody's already, or a decision is waiting: then the courier comes by when it is in effect.
    if ('refusal' in decision) return stored
    const saved = await saveCase(stored, decision.events, null)
    if (saved) return saved
    stored = await findById<CaseDocument>('cases', first._id)
  }
  return stored ?? first
}
