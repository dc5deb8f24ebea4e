import { leftOnLine, type SettledBefore } from '../../domain/case/left'
import { lineKey } from '../../domain/case/stage'
import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy, Order, OrderLine } from '../../domain/orders/order'
import type { Caller } from './caller'
import { casesOnOrder, type CaseDocument } from './cases'
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
export async function ownLine(caller: Caller, orderId: string, lineId: string): Promise<OwnLine> {
  const [order, cases] = await Promise.all([findById<Order>('orders', orderId), casesOnOrder(orderId)])
  const line = order?.lines.find(l => l.id === lineId)
  if (!order || !line || !order.residents.includes(caller.personId)) refuse('LINE_NOT_FOUND', '找不到您买的这件东西', 'lineId')
  const groupBuy = await findById<GroupBuy>('groupBuys', order.groupBuyId)
  if (!groupBuy) throw new Error(`group-buy ${order.groupBuyId} of order ${order._id} is missing`)
  return { order, line, groupBuy, left: leftOnLine(order, lineId, cases.map(settledBefore)), openCaseId: openOn(cases, orderId, lineId), caseIds: cases.map(c => c.state.id) }
}

function openOn(cases: readonly Pick<CaseDocument, 'state' | 'openKey'>[], orderId: string, lineId: string): string | null {
  return cases.find(c => c.openKey === lineKey(orderId, lineId))?.state.id ?? null
}

function settledBefore(c: Pick<CaseDocument, 'state' | 'lineKey'>): SettledBefore {
  return { lineKey: c.lineKey, amount: c.state.amount, paid: c.state.money === 'paid' }
}
