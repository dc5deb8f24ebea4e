import { leftOnLine, type SettledBefore } from '../../domain/case/left'
import { pendingAt, seenBy } from '../../domain/case/effect'
import { lineKey, openKeyOf } from '../../domain/case/stage'
import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy, Order, OrderLine } from '../../domain/orders/order'
import type { Caller } from './caller'
import { casesOnOrder, takeEffect, type CaseOnOrder } from './cases'
import { findById } from './database'

export interface OwnLine {
  order: Order
  line: OrderLine
  groupBuy: GroupBuy
  /** Fen that can still be claimed on the line. */
  left: number
  /** A case on the line that can still move. */
  openCaseId: string | null
  /** Ids of all cases on the order, open or not. */
  caseIds: string[]
}

/** A line of an order that the caller's household bought. Somebody else's line is answered like one that does not exist. */
export async function ownLine(caller: Caller, orderId: string, lineId: string, now: number): Promise<OwnLine> {
  const [order, cases] = await Promise.all([findById<Order>('orders', orderId), casesOnOrder(orderId)])
  const line = order?.lines.find(l => l.id === lineId)
  if (!order || !line || !order.residents.includes(caller.personId)) refuse('LINE_NOT_FOUND', '找不到您买的这件东西', 'lineId')
  const groupBuy = await findById<GroupBuy>('groupBuys', order.groupBuyId)
  if (!groupBuy) throw new Error(`group-buy ${order.groupBuyId} of order ${order._id} is missing`)
  await letGo(cases, now)
  return { order, line, groupBuy, left: leftOnLine(order, lineId, cases.map(settledBefore)), openCaseId: openOn(cases, orderId, lineId, now), caseIds: cases.map(c => c.state.id) }
}

/** A case that came to its end by a decision holds its line until that took effect; the courier lets go of it, and whoever comes before the courier. */
async function letGo(cases: readonly CaseOnOrder[], now: number): Promise<void> {
  const over = cases.filter(c => c.recallable && !pendingAt(c.state, now) && openKeyOf(c.state, now) !== c.openKey)
  await Promise.all(over.map(takeEffect))
}

function openOn(cases: readonly CaseOnOrder[], orderId: string, lineId: string, now: number): string | null {
  return cases.find(c => openKeyOf(seenBy(c.state, 'resident', now), now) === lineKey(orderId, lineId))?.state.id ?? null
}

/** What is decided counts at once, though it may yet be taken back: never too much is given away meanwhile. */
function settledBefore(c: CaseOnOrder): SettledBefore {
  return { lineKey: c.lineKey, amount: c.state.amount, paid: c.state.money === 'paid' }
}
