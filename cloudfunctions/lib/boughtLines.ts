import { lineKey } from '../../domain/case/stage'
import type { BoughtLine } from '../../domain/contract/calls'
import { whyNotClaimable } from '../../domain/orders/claimable'
import type { GroupBuy, Order } from '../../domain/orders/order'

/** What an order brought, each thing with what can be done about it. `openCases`: by line, the household's cases that can still move; `warnings`: the group-buy's. */
export function boughtLines(order: Order, openCases: ReadonlyMap<string, string>, warnings: GroupBuy['warnings']): BoughtLine[] {
  return order.lines.map(({ id, productId, title, spec, quantity, paid }) => ({
    orderId: order._id, lineId: id, title, spec, quantity, paid,
    openCaseId: openCases.get(lineKey(order._id, id)) ?? null, notClaimable: whyNotClaimable(order), joinNumber: order.joinNumber, buyer: order.buyer, warning: warningAt(warnings, productId),
  }))
}

/** What stands at a product that is warned of. */
export function warningAt(warnings: GroupBuy['warnings'], productId: string): BoughtLine['warning'] {
  const warning = warnings?.[productId]
  return warning ? { warningId: warning.warningId, doThis: warning.doThis, held: warning.held } : null
}
