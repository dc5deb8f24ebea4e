import { isClaimable } from '../orders/claimable'
import type { Order, Reservation } from '../orders/order'
import type { CaseState } from './case'
import { isAboutMoney } from './reasons'
import { lineKey } from './stage'

/** What other cases on the same order took, will take, or may take. Fen. */
export interface SettledBefore {
  lineKey: string
  amount: number
  /** The household has it by a way that a newer export may tell of as well; what was paid in cash or by WeChat none ever does. */
  inExport: boolean
}

/** Whether the household has its money, as far as anybody knows. */
export function isPaid(c: Pick<CaseState, 'money'>): boolean {
  return c.money === 'paid' || c.money === 'confirmed'
}

/** What a case takes from its order: what was settled, or, while nothing is decided, all that it could be settled with. */
export function takenBy(c: CaseState): SettledBefore {
  const undecided = c.closedAt == null && !['agreed', 'withdrawn', 'rejected', 'dismissed'].includes(c.decision)
  // What nobody can ask money for keeps none from the goods; a gesture that is made all the same looks at what is left then.
  const most = isAboutMoney(c.reason) ? c.line.left : 0
  return { lineKey: lineKey(c.line.orderId, c.line.lineId), amount: undecided ? most : c.amount, inExport: isPaid(c) && (c.payment?.channel ?? 'otherApp') === 'otherApp' }
}

/**
 * What can still be claimed on a line: never more than was paid for it and not already settled, and never more than the order has left.
 * An export tells refunds per order only and its newest version may already contain those that were paid in the other app, so the larger of the two counts.
 */
export function leftOnLine(order: Order, lineId: string, before: readonly SettledBefore[]): number {
  const line = order.lines.find(l => l.id === lineId)
  return line ? leftOf(order, { id: lineId, paid: line.paid }, before) : 0
}

/**
 * What a case can be given as of now, however much there was when it was filed: a newer export may know of refunds made elsewhere, and others
 * may have been decided since. Who is decided first takes what is left: were undecided cases kept money for, two on one order would block
 * each other for ever.
 * @param others the other cases of the order, decided or not
 * @param reserved what decisions on them are about to take: see `underWay`
 */
export function leftFor(c: CaseState, order: Order, others: readonly CaseState[], reserved: readonly Reservation[] = []): number {
  if (!isClaimable(order)) return 0
  // A product that was renamed since has another line in the order; what was paid is what it was, within the order.
  const { lineId } = c.line
  const paid = order.lines.find(l => l.id === lineId)?.paid ?? c.line.paid
  const taken = others.filter(o => o.decision === 'agreed').map(takenBy)
  const about = reserved.map(r => ({ lineKey: lineKey(order._id, r.lineId), amount: r.amount, inExport: false }))
  return Math.min(c.line.left, leftOf(order, { id: lineId, paid }, [...taken, ...about]))
}

/** Reservations of these cases that may still be followed by their decision: the case is as it was, and has not lost what was reserved. */
export function underWay(order: Order, cases: readonly { state: CaseState; version: number; outbid?: number }[]): Reservation[] {
  return (order.reserved ?? []).filter(r => cases.some(c => c.state.id === r.caseId && c.version === r.version && (c.outbid ?? 0) === r.outbid))
}

/** The case with what can be given on it now, also as others see it while a decision can be taken back. */
export function withLeft(c: CaseState, left: number): CaseState {
  return { ...c, line: { ...c.line, left }, ...(c.pending ? { pending: { ...c.pending, before: withLeft(c.pending.before, left) } } : {}) }
}

function leftOf(order: Order, line: { id: string; paid: number }, before: readonly SettledBefore[]): number {
  const onLine = sum(before.filter(s => s.lineKey === lineKey(order._id, line.id)))
  const exported = sum(before.filter(s => s.inExport))
  const besides = sum(before.filter(s => !s.inExport))
  const onOrder = order.total - Math.max(order.refunded, exported) - besides
  return Math.max(0, Math.min(line.paid - onLine, onOrder))
}

function sum(list: readonly SettledBefore[]): number {
  return list.reduce((total, s) => total + s.amount, 0)
}
