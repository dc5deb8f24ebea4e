import type { CaseState } from '../../domain/case/case'
import { seenBy } from '../../domain/case/effect'
import { leftOnLine, takenBy } from '../../domain/case/left'
import { lineKey, openKeyOf } from '../../domain/case/stage'
import type { BuyingHousehold } from '../../domain/contract/calls'
import { whyNotClaimable } from '../../domain/orders/claimable'
import { byJoinNumber } from '../../domain/orders/joinNumber'
import type { Order } from '../../domain/orders/order'
import { groupBuyCases } from './groupBuyCases'
import { ordersOf } from './ordersOf'

/** Who bought what in a group-buy, by 跟团号, with what can still be claimed on each line; the orders beside it, for what is not shown. */
export async function buyingHouseholds(groupBuyId: string, now: number): Promise<{ households: BuyingHousehold[]; orders: Order[] }> {
  const [orders, cases] = await Promise.all([ordersOf(groupBuyId), groupBuyCases(groupBuyId)])
  const openCases = new Map(cases.map(c => [openKeyOf(seenBy(c, 'leader', now), now), c.id]))
  const onOrder = new Map<string, CaseState[]>()
  for (const c of cases) onOrder.set(c.line.orderId, [...(onOrder.get(c.line.orderId) ?? []), c])
  const households = orders.map(o => {
    const own = onOrder.get(o._id) ?? []
    const taken = own.map(takenBy)
    const settledOn = (lineId: string) => own.reduce((sum, c) => sum + (c.line.lineId === lineId && c.money !== 'none' ? c.amount : 0), 0)
    return {
      orderId: o._id, buyer: o.buyer, joinNumber: o.joinNumber, room: o.room, phoneLast4: o.phoneLast4, bound: o.residents.length > 0, notClaimable: whyNotClaimable(o),
      lines: o.lines.map(l => ({ lineId: l.id, productId: l.productId, title: l.title, spec: l.spec, quantity: l.quantity, paid: l.paid, settled: settledOn(l.id), left: leftOnLine(o, l.id, taken), openCaseId: openCases.get(lineKey(o._id, l.id)) ?? null })),
    }
  })
  return { households: households.sort(byJoinNumber), orders }
}
