import { refuse } from '../../domain/contract/refusal'
import type { Community, GroupBuy } from '../../domain/orders/order'
import type { UseCase } from '../lib/door'
import { one, page, pointedTo, readTogether } from '../lib/oneRequest'

/** What stands on the card in the chat group; open to whoever got the card. Prices, buyers and suppliers are not on it. */
export const showGroupBuy: UseCase<'showGroupBuy'> = async (caller, { groupBuyId }) => {
  const found = await readTogether(one<GroupBuy>('groupBuys', { _id: groupBuyId }), {
    communities: pointedTo<Community>('communities', 'communityId'),
    bound: page('orders', { groupBuyId, residents: caller.personId }, { limit: 1, fields: { _id: true } }),
  })
  if (!found) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const { document: groupBuy, communities: [community], bound } = found
  if (!community) throw new Error(`community ${groupBuy.communityId} of group-buy ${groupBuy._id} is missing`)
  return {
    id: groupBuy._id, title: groupBuy.title, communityName: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone,
    arrivedAt: groupBuy.arrivedAt, products: groupBuy.products.map(({ title, spec }) => ({ title, spec })), alreadyBound: bound.length > 0,
  }
}
