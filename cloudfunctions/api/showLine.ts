import { whyNotClaimable } from '../../domain/orders/claimable'
import { newestCheck, provenBy } from '../../domain/orders/arrival'
import { communityCard } from '../lib/community'
import type { UseCase } from '../lib/door'
import { ownLine } from '../lib/ownLine'

export const showLine: UseCase<'showLine'> = async (caller, { orderId, lineId }, now) => {
  const { order, line, groupBuy, community, left, openCaseId, cases } = await ownLine(caller, orderId, lineId, now)
  // Somebody else of the household filed it: their case is theirs to see.
  const mine = openCaseId === null || cases.some(c => c.id === openCaseId && c.residentId === caller.personId)
  return {
    line: { orderId, lineId, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid, openCaseId: mine ? openCaseId : null, notClaimable: mine ? whyNotClaimable(order) : cases.some(c => c.id === openCaseId && c.residentId === null) ? '团长已经替您报了，正在处理' : '家里人已经反映过这件东西，正在处理' },
    groupBuyTitle: groupBuy.title, arrivedAt: groupBuy.arrivedAt, left,
    community: communityCard(community), proven: provenBy(newestCheck(groupBuy.checks, line.productId)),
  }
}
