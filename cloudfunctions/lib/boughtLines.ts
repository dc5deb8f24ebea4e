import { lineKey } from '../../domain/case/stage'
import type { BoughtLine } from '../../domain/contract/calls'
import { whyNotClaimable } from '../../domain/orders/claimable'
import type { Order } from '../../domain/orders/order'

/** What an order brought, each thing with what can be done about it. `openCases`: by line, the household's cases that can still move. */
export function boughtLines(order: Order, openCases: ReadonlyMap<string, string>): BoughtLine[] {
  return order.lines.map(({ id, title, spec, quantity, paid }) => ({
    orderId: order._id, lineId: id, title, spec, quantity, paid,
    openCaseId: openCases.get(lineKey(order._id, id)) ?? null, notClaimable: whyNotClaimable(order), joinNumber: order.joinNumber, buyer: order.buyer,
  }))
}
