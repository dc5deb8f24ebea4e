import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy } from '../../domain/orders/order'
import { communityOf } from '../lib/community'
import { db, findById } from '../lib/database'
import type { UseCase } from '../lib/door'

/** What stands on the card in the chat group; open to whoever got the card. Prices, buyers and suppliers are not on it. */
export const showGroupBuy: UseCase<'showGroupBuy'> = async (caller, { groupBuyId }) => {
  const [groupBuy, bound] = await Promise.all([
    findById<GroupBuy>('groupBuys', groupBuyId),
    db.collection('orders').where({ groupBuyId, residents: caller.personId }).count(),
  ])
  if (!groupBuy) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const community = await communityOf(groupBuy.communityId)
  return {
    id: groupBuy._id, title: groupBuy.title, communityName: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone,
    arrivedAt: groupBuy.arrivedAt, products: groupBuy.products.map(({ title, spec }) => ({ title, spec })), alreadyBound: (bound.total ?? 0) > 0,
  }
}
