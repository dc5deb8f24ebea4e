import type { Untold } from '../../../../../domain/contract/calls'
import { byJoinNumber } from '../../../../../domain/orders/joinNumber'

/** A household of one group-buy, with everything it does not know yet. */
export interface UntoldHousehold extends Pick<Untold, 'orderId' | 'buyer' | 'joinNumber' | 'room' | 'bound'> {
  cases: Untold[]
}

/** The households of one group-buy: reached by one card in its chat. */
export interface UntoldGroup extends Pick<Untold, 'groupBuyId' | 'groupBuyTitle'> {
  households: UntoldHousehold[]
}

/** The list by group-buy, in the order it came; within one the households by 跟团号. */
export function groupUntold(cases: readonly Untold[]): UntoldGroup[] {
  const groups = new Map<string, UntoldGroup>()
  for (const untold of cases) {
    const group = groups.get(untold.groupBuyId) ?? { groupBuyId: untold.groupBuyId, groupBuyTitle: untold.groupBuyTitle, households: [] }
    groups.set(untold.groupBuyId, group)
    const household = group.households.find(h => h.orderId === untold.orderId)
    if (household) household.cases.push(untold)
    else group.households.push({ orderId: untold.orderId, buyer: untold.buyer, joinNumber: untold.joinNumber, room: untold.room, bound: untold.bound, cases: [untold] })
  }
  return [...groups.values()].map(group => ({ ...group, households: group.households.sort(byJoinNumber) }))
}
