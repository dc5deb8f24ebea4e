import { readChat as read } from '../../domain/orders/readChat'
import { communityOf, ledGroupBuy } from '../lib/community'
import type { UseCase } from '../lib/door'
import { buyingHouseholds } from '../lib/buyingHouseholds'

/** Reads a pasted chat against the group-buy's orders. Nothing of it is kept, and nothing is filed. */
export const readChat: UseCase<'readChat'> = async (caller, { groupBuyId, text }, now) => {
  const groupBuy = await ledGroupBuy(caller, groupBuyId)
  const [community, { households, orders }] = await Promise.all([communityOf(groupBuy.communityId), buyingHouseholds(groupBuyId, now)])
  const receivers = new Map(orders.map(o => [o._id, o.receiver]))
  return read(text, { products: groupBuy.products, leaderName: community.leaderName, households: households.map(h => ({ ...h, receiver: receivers.get(h.orderId) ?? '' })) })
}
