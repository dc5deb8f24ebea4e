import { seenBy } from '../../domain/case/effect'
import { openKeyOf } from '../../domain/case/stage'
import { refuse } from '../../domain/contract/refusal'
import { byJoinNumber } from '../../domain/orders/joinNumber'
import type { Community, GroupBuy, Order } from '../../domain/orders/order'
import { boughtLines, warningAt } from '../lib/boughtLines'
import type { CaseDocument } from '../lib/cases'
import { MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'
import { of, one, page, pointedTo, pointingAt, readTogether } from '../lib/oneRequest'

/** What stands on the card in the chat group; open to whoever got the card. Prices, buyers and suppliers are not on it, but what the caller's own household bought. */
export const showGroupBuy: UseCase<'showGroupBuy'> = async (caller, { groupBuyId }, now) => {
  const me = caller.personId
  const found = await readTogether(one<GroupBuy>('groupBuys', { _id: groupBuyId }), {
    communities: pointedTo<Community>('communities', 'communityId'),
    orders: page<Order>('orders', { groupBuyId, residents: me }, { limit: MOST_DOCUMENTS }),
    cases: of('orders', pointingAt<Pick<CaseDocument, 'state'>>('cases', 'orderId')),
  })
  if (!found) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const { document: groupBuy, communities: [community], orders, cases } = found
  if (!community) throw new Error(`community ${groupBuy.communityId} of group-buy ${groupBuy._id} is missing`)
  const openCases = new Map(cases.filter(c => c.state.residentId !== null).map(c => [openKeyOf(seenBy(c.state, 'resident', now), now), c.state.id]))
  return {
    id: groupBuy._id, title: groupBuy.title, communityName: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone,
    arrivedAt: groupBuy.arrivedAt, products: groupBuy.products.map(({ id, title, spec }) => ({ title, spec, warning: warningAt(groupBuy.warnings, id) })), mine: [...orders].sort(byJoinNumber).flatMap(o => boughtLines(o, openCases, groupBuy.warnings)),
  }
}
