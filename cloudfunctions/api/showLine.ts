import { whyNotClaimable } from '../../domain/orders/claimable'
import { newestCheck, provenBy } from '../../domain/orders/arrival'
import { warningAt } from '../lib/boughtLines'
import { communityCard } from '../lib/community'
import type { UseCase } from '../lib/door'
import { ownLine } from '../lib/ownLine'

export const showLine: UseCase<'showLine'> = async (caller, { orderId, lineId }, now) => {
  const { order, line, groupBuy, community, left, openCaseId, cases } = await ownLine(caller, orderId, lineId, now)
  // Filed by the leader while nobody had claimed the order: nobody's yet to look at.
  const ours = openCaseId === null || cases.some(c => c.id === openCaseId && c.residentId !== null)
  return {
    line: { orderId, lineId, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid, openCaseId: ours ? openCaseId : null, notClaimable: ours ? whyNotClaimable(order) : '团长已经替您报了，正在处理', joinNumber: order.joinNumber, buyer: order.buyer, warning: warningAt(groupBuy.warnings, line.productId) },
    groupBuyTitle: groupBuy.title, arrivedAt: groupBuy.arrivedAt, left,
    community: communityCard(community), proven: provenBy(newestCheck(groupBuy.checks, line.productId)),
  }
}
