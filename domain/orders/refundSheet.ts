import type { CaseState } from '../case/case'
import { isPaid } from '../case/left'
import { totalDue } from '../case/liability'
import { deadlinesOf } from '../clock/deadlines'
import type { Order } from './order'

/*
 * 退款表: what has to be refunded in another app, household by household, and what the newest export says about it. An export knows refunds
 * per order only [order-exports], so it is compared per order. Money is fen, times are ms.
 */

/**
 * `due`: to be paid. `perhapsPaid`: something is to be paid by our books, but the export tells more than was paid from here, perhaps a part of it, perhaps an
 * earlier payment twice: looked at before anything is paid twice. `paid`: said to be paid, no export since. `confirmed`: the newer export says the same.
 * `missing`: what was paid before the newest export is not all in it, whether or not more is due. `moreThanPaid`: nothing is due, and it has more than
 * was paid from here: perhaps twice.
 */
export type RefundState = 'due' | 'perhapsPaid' | 'paid' | 'confirmed' | 'missing' | 'moreThanPaid'

export interface RefundRow {
  orderId: string
  joinNumber: string
  buyer: string
  room: string
  /** To be paid. */
  due: number
  /** When the first of it is to be paid; null where nothing is, or nobody can say. ms */
  dueAt: number | null
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
 * @param cases with what their community's promises are counted by
 * @param exportedAt when the newest export of the group-buy came in; null where there is none
 */
export function refundSheet(orders: readonly Order[], cases: readonly CaseState[], exportedAt: number | null): RefundRow[] {
  const rows = orders.flatMap(order => {
    const own = cases.filter(c => c.line.orderId === order._id && c.money !== 'none')
    return own.length === 0 ? [] : [rowOf(order, own, exportedAt)]
  })
  return rows.sort((a, b) => numberOf(a.joinNumber) - numberOf(b.joinNumber) || a.joinNumber.localeCompare(b.joinNumber))
}

function rowOf(order: Order, cases: readonly CaseState[], exportedAt: number | null): RefundRow {
  const sum = (some: readonly CaseState[]) => some.reduce((total, c) => total + totalDue(c), 0)
  const [due, paid] = [sum(cases.filter(c => !isPaid(c))), sum(cases.filter(isPaid))]
  const paidAt = cases.reduce<number | null>((latest, c) => (c.payment && c.payment.at > (latest ?? 0) ? c.payment.at : latest), null)
  // What the export told before the first complaint was never paid from here.
  const before = Math.min(...cases.map(c => c.line.refundedElsewhere ?? 0))
  return {
    orderId: order._id, joinNumber: order.joinNumber, buyer: order.buyer, room: order.room, due, dueAt: dueAtOf(cases), paid, paidAt,
    ...compared({ due, paid, refunds: cases.filter(isPaid).reduce((total, c) => total + c.amount, 0), told: order.refunded - before, paidBefore: exportedAt === null ? 0 : paidBefore(cases, exportedAt) }),
    cases: cases.map(c => ({ caseId: c.id, title: c.line.title, amount: totalDue(c), money: isPaid(c) ? 'paid' : 'due' })),
  }
}

/** What is somebody else's to pay has no time of theirs. */
function dueAtOf(cases: readonly CaseState[]): number | null {
  const times = cases.flatMap(c => (isPaid(c) ? [] : deadlinesOf(c))).flatMap(({ clock, party, dueAt }) => (clock === 'refund' && party === 'leader' ? [dueAt] : []))
  return times.length === 0 ? null : Math.min(...times)
}

/** Those that are late first, the longest late before the others; then as they were. @param now ms */
export function lateFirst<T extends Pick<RefundRow, 'dueAt'>>(rows: readonly T[], now: number): T[] {
  const place = ({ dueAt }: T) => (dueAt !== null && dueAt <= now ? dueAt : Infinity)
  return [...rows].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** What the export ought to have at least: freight and compensation may have been paid another way. */
function paidBefore(cases: readonly CaseState[], exportedAt: number): number {
  return cases.reduce((total, c) => total + (isPaid(c) && c.payment && c.payment.at < exportedAt ? c.amount : 0), 0)
}

/**
 * @param refunds of `paid`, what was for the goods: the rest may have been paid another way
 * @param told what the export tells beyond what it told before the first complaint
 * @param paidBefore what was paid from here before it came in
 */
function compared({ due, paid, refunds, told, paidBefore }: { due: number; paid: number; refunds: number; told: number; paidBefore: number }): Pick<RefundRow, 'state' | 'difference'> {
  if (told > paid) return { state: due > 0 ? 'perhapsPaid' : 'moreThanPaid', difference: told - paid }
  if (told < paidBefore) return { state: 'missing', difference: paidBefore - told }
  if (due > 0) return { state: 'due', difference: 0 }
  return { state: told === paid || (refunds > 0 && told >= refunds) ? 'confirmed' : 'paid', difference: 0 }
}

/** Numbers first, in their order; what is no number behind them. */
function numberOf(joinNumber: string): number {
  const number = Number(joinNumber)
  return joinNumber !== '' && Number.isFinite(number) ? number : Infinity
}
