import type { Order } from './order'

type Money = Pick<Order, 'status' | 'total' | 'refunded'>

/** Why nothing can be claimed on this order, in the resident's words; null when something can. */
export function whyNotClaimable(order: Money): string | null {
  if (order.status === 'unpaid') return '这单还没有付款'
  if (order.status === 'cancelled') return '这单已经取消了'
  if (order.status === 'refunded') return '这单已经退款了'
  // Paid by its status, but the money is all back: a second refund would be the leader's loss.
  if (order.total > 0 && order.refunded >= order.total) return '这单的钱已经全部退了'
  return null
}

/** Whether a resident may claim on this order: paid, and not everything refunded already. */
export function isClaimable(order: Money): boolean {
  return whyNotClaimable(order) === null
}
