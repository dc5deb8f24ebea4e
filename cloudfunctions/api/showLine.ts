import type { FirstLook } from '../../domain/case/firstLook'
import { ABOUT_CODES, type About } from '../../domain/case/reasons'
import { whyNotClaimable } from '../../domain/orders/claimable'
import { newestCheck, provenBy } from '../../domain/orders/arrival'
import { productKey } from '../../domain/orders/productKey'
import { firstElsewhere } from '../../domain/route/firstElsewhere'
import { routeOf } from '../../domain/route/route'
import { warningAt } from '../lib/boughtLines'
import { communityCard } from '../lib/community'
import type { UseCase } from '../lib/door'
import { around } from '../lib/filing'
import { ownLine } from '../lib/ownLine'
import { agreedWith } from '../lib/supplier'

export const showLine: UseCase<'showLine'> = async (caller, { orderId, lineId }, now) => {
  const { order, line, groupBuy, community, left, openCaseId, openHazardId, cases } = await ownLine(caller, orderId, lineId, now)
  const check = newestCheck(groupBuy.checks, line.productId)
  // Filed by the leader while nobody had claimed the order: nobody's yet to look at.
  const ours = openCaseId === null || cases.some(c => c.id === openCaseId && c.residentId !== null)
  const rules = community.routes?.rules ?? []
  const supplierId = groupBuy.products.find(p => p.id === line.productId)?.supplierId ?? null
  // Who acts for the supplier is asked when it is filed, and here only where a rule may say so: that is one more request before the page is there.
  const people = rules.some(r => r.then.holder === 'supplier') ? (await agreedWith(supplierId)).people : []
  const where = { productKey: productKey(line.title, line.spec), supplierId, around: around(community, people) }
  const looksAt = (about: About) => routeOf(rules, { ...where, class: 'service', reason: null, amountAsked: 0, about }).looks as FirstLook['looks'] | null
  return {
    line: { orderId, lineId, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid, openCaseId: ours ? openCaseId : null, notClaimable: ours ? whyNotClaimable(order) : '团长已经替您报了，正在处理', joinNumber: order.joinNumber, buyer: order.buyer, warning: warningAt(groupBuy.warnings, line.productId) },
    groupBuyTitle: groupBuy.title, arrivedAt: groupBuy.arrivedAt, left,
    community: communityCard(community, now), proven: provenBy(check), looks: Object.fromEntries(ABOUT_CODES.map(about => [about, looksAt(about)])) as Record<About, FirstLook['looks'] | null>, firstElsewhere: firstElsewhere(rules, where, check), openHazardId,
  }
}
