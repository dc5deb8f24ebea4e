import type { Order } from '../orders/order'
import type { CaseState } from './case'
import { lineKey } from './stage'

/** What other cases on the same order took, will take, or may take. Fen. */
export interface SettledBefore {
  lineKey: string
  amount: number
  paid: boolean
}

/** What a case takes from its order: what was settled, or, while nothing is decided, all that it could be settled with. */
export function takenBy(c: CaseState): SettledBefore {
  const undecided = c.decision !== 'agreed' && c.decision !== 'withdrawn' && c.decision !== 'rejected'
  return { lineKey: lineKey(c.line.orderId, c.line.lineId), amount: undecided ? c.line.left : c.amount, paid: c.money === 'paid' }
}

/**
 * What can still be claimed on a line: never more than was paid for it and not already settled, and never more than the order has left.
 * An export tells refunds per order only and its newest version may already contain those paid from here, so the larger of the two counts.
 */
export function leftOnLine(order: Order, lineId: string, before: readonly SettledBefore[]): number {
  const line = order.lines.find(l => l.id === lineId)
  if (!line) return 0
  const onLine = sum(before.filter(s => s.lineKey === lineKey(order._id, lineId)))
  const paidFromHere = sum(before.filter(s => s.paid))
  const dueFromHere = sum(before.filter(s => !s.paid))
  const onOrder = order.total - Math.max(order.refunded, paidFromHere) - dueFromHere
  return Math.max(0, Math.min(line.paid - onLine, onOrder))
}

function sum(list: readonly SettledBefore[]): number {
  return list.reduce((total, s) => total + s.amount, 0)
}
