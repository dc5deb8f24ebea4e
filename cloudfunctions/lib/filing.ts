import type { FilingContext } from '../../domain/case/file'
import type { Around } from '../../domain/case/firstLook'
import { policyOf } from '../../domain/clock/communityClocks'
import { joinsPromise } from '../../domain/clock/tonight'
import { refuse } from '../../domain/contract/refusal'
import { newestCheck } from '../../domain/orders/arrival'
import { whyNotClaimable } from '../../domain/orders/claimable'
import type { Community } from '../../domain/orders/order'
import { teamOf } from '../../domain/people/team'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import type { OwnLine } from './ownLine'
import { agreedWith } from './supplier'

/** Far more than an honest household needs on one line; each was withdrawn or paid in part before the next. */
const MOST_CASES_ON_LINE = 20

/** Refuses where nothing more can be claimed on the line, whoever files. */
export function mustBeClaimable({ order, line, cases }: OwnLine): void {
  if (cases.filter(c => c.line.lineId === line.id).length >= MOST_CASES_ON_LINE) refuse('TOO_MANY_CASES', '这件东西已经反映过很多次了，请打电话给团长', 'lineId')
  const notClaimable = whyNotClaimable(order)
  if (notClaimable) refuse('NOT_CLAIMABLE', notClaimable, 'orderId')
}

/** Who is there to look at what is filed. */
export function around(community: Community, supplierPeople: readonly string[]): Around {
  const team = teamOf(community)
  const of = (role: 'helper' | 'helperLeader') => team.flatMap(m => (m.role === role ? [m.personId] : []))
  return { desk: hasDesk(community), leaderId: community.leaderId, helpers: of('helper'), helperLeaders: of('helperLeader'), supplierPeople }
}

/** What a filing says about the goods, as they stand now. */
export async function filedAbout({ order, line, groupBuy, community, left }: OwnLine, now: number): Promise<Pick<FilingContext, 'communityId' | 'groupBuyId' | 'supplierId' | 'recoverAt' | 'silenceAdmits' | 'line' | 'around' | 'rules' | 'check' | 'promisedUntil' | 'policy'>> {
  const product = groupBuy.products.find(p => p.id === line.productId)
  const supplierId = product?.supplierId ?? null
  const { recoverAt, silenceAdmits, people } = await agreedWith(supplierId)
  return {
    communityId: order.communityId, groupBuyId: order.groupBuyId, supplierId, recoverAt, silenceAdmits,
    line: {
      orderId: order._id, lineId: line.id, productId: line.productId, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid, left, refundedElsewhere: order.refunded,
      cost: typeof product?.cost === 'number' ? product.cost * line.quantity : null,
      buyer: order.buyer, receiver: order.receiver, joinNumber: order.joinNumber, room: order.room, pickupPoint: order.pickupPoint,
      groupBuyTitle: groupBuy.title, arrivedAt: groupBuy.arrivedAt,
    },
    around: around(community, people), rules: community.routes?.rules ?? [],
    check: newestCheck(groupBuy.checks, line.productId),
    promisedUntil: joinsPromise(community.promise, now),
    policy: policyOf(community, now).version,
  }
}
