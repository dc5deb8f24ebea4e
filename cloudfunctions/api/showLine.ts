import { whyNotClaimable } from '../../domain/orders/claimable'
import { communityCard, communityOf } from '../lib/community'
import type { UseCase } from '../lib/door'
import { ownLine } from '../lib/ownLine'

export const showLine: UseCase<'showLine'> = async (caller, { orderId, lineId }, now) => {
  const { order, line, groupBuy, left, openCaseId } = await ownLine(caller, orderId, lineId, now)
  return {
    line: { orderId, lineId, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid, openCaseId, notClaimable: whyNotClaimable(order) },
    groupBuyTitle: groupBuy.title, arrivedAt: groupBuy.arrivedAt, left,
    community: communityCard(await communityOf(order.communityId)),
  }
}
