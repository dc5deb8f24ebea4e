import type { CaseState } from '../case/case'
import type { Order } from './order'

/*
 * 退款表: what has to be refunded in another app, household by household, and what the newest export says about it. An export knows refunds
 * per order only [order-exports], so it is compared per order. Money is fen, times are ms.
 */

/**
 * `due`: to be paid. `perhapsPaid`: to be paid by our books, but the export already tells as much more: looked at before anything is paid
 * twice. `paid`: said to be paid, no export since. `confirmed`: the newer export says the same. `missing`: a newer export does not have it.
 * `moreThanPaid`: it has more than was paid from here: perhaps twice.
 */
export type RefundState = 'due' | 'perhapsPaid' | 'paid' | 'confirmed' | 'missing' | 'moreThanPaid'

export interface RefundRow {
  orderId: string
  joinNumber: string
  buyer: string
  room: string
  /** To be paid. */
  due: number
  /** Said to be paid from here, and when last. */
  paid: number
  paidAt: number | null
  state: RefundState
  /** By how much the export differs from our books; 0 where it does not. */
  difference: number
  cases: { caseId: string; title: string; amount: number; money: 'due' | 'paid' }[]
}

/**
 * One row per order that has something due or paid; 跟团号 in order, as the other app lists them.
 * @param exportedAt when the newest export of the group-buy came in; null where there is none
 */
export function refundSheet(orders: readonly Order[], cases: readonly CaseState[], exportedAt: number | null): RefundRow[] {
  const rows = orders.flatMap(order => {
    const own = cases.filter(c => c.line.orderId === order._id && c.money !== 'none')
    return own.length === 0 ? [] : [rowOf(order, own, exportedAt)]
  })
  return rows.sort((a, b) => numberOf(a.joinNumber) - numberOf(b.joinNumber) || a.joinNumber.localeCompare(b.joinNumber))
}

/**
 * How far the newest export has been held against what was paid: `nothingPaid` yet, `older` than every payment that it does not tell of, or
 * `checked`.
 */
export function exportSays(rows: readonly Pick<RefundRow, 'paidAt' | 'state'>[], exportedAt: number | null): 'none' | 'nothingPaid' | 'older' | 'checked' {
  if (exportedAt === null) return 'none'
  const paid = rows.filter(r => r.paidAt !== null)
  if (paid.length === 0) return 'nothingPaid'
  const unconfirmed = paid.filter(r => r.state !== 'confirmed')
  return unconfirmed.length === 0 || unconfirmed.some(r => (r.paidAt ?? 0) < exportedAt) ? 'checked' : 'older'
}

function rowOf(order: Order, cases: readonly CaseState[], exportedAt: number | null): RefundRow {
  const sum = (money: 'due' | 'paid') => cases.filter(c => c.money === money).reduce((total, c) => total + c.amount, 0)
  const [due, paid] = [sum('due'), sum('paid')]
  const paidAt = cases.reduce<number | null>((latest, c) => (c.payment && c.payment.at > (latest ?? 0) ? c.payment.at : latest), null)
  // What the export told before the first complaint was never paid from here.
  const before = Math.min(...cases.map(c => c.line.refundedElsewhere ?? 0))
  return {
    orderId: order._id, joinNumber: order.joinNumber, buyer: order.buyer, room: order.room, due, paid, paidAt,
    ...compared({ due, paid, more: order.refunded - before - paid, since: paidAt !== null && exportedAt !== null && exportedAt > paidAt }),
    cases: cases.map(c => ({ caseId: c.id, title: c.line.title, amount: c.amount, money: c.money === 'paid' ? 'paid' : 'due' })),
  }
}

/** @param more what the export tells beyond what is known here; @param since it is newer than the last payment */
function compared({ due, paid, more, since }: { due: number; paid: number; more: number; since: boolean }): Pick<RefundRow, 'state' | 'difference'> {
  if (due > 0) return more >= due ? { state: 'perhapsPaid', difference: more } : { state: 'due', difference: 0 }
  if (more > 0) return { state: 'moreThanPaid', difference: more }
  if (more === 0 && paid > 0) return { state: 'confirmed', difference: 0 }
  return since ? { state: 'missing', difference: -more } : { state: 'paid', difference: 0 }
}

/** Numbers first, in their order; what is no number behind them. */
function numberOf(joinNumber: string): number {
  const number = Number(joinNumber)
  return joinNumber !== '' && Number.isFinite(number) ? number : Infinity
}
