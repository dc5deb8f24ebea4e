import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy } from '../../domain/orders/order'
import { progressOf } from '../../domain/orders/progress'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import { communityOf } from '../lib/community'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { groupBuyCases } from '../lib/groupBuyCases'

/** What the card in the chat group tells; open to whoever got it, so it is counts and nothing else. */
export const groupBuyProgress: UseCase<'groupBuyProgress'> = async (_caller, { groupBuyId }, now) => {
  const [groupBuy, stored] = await Promise.all([findById<GroupBuy>('groupBuys', groupBuyId), groupBuyCases(groupBuyId)])
  if (!groupBuy) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const community = await communityOf(groupBuy.communityId)
  const around = aroundIn(community)
  const cases = stored.map(c => stateLookedAt(c, around))
  const products = groupBuy.products.map(({ id, title, spec }) => ({ title, spec, ...progressOf(cases.filter(c => c.line.productId === id), now) }))
  return {
    title: groupBuy.title, communityName: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone,
    whole: progressOf(cases, now), products: products.filter(p => p.reported > 0).sort((a, b) => b.reported - a.reported), at: now,
  }
}
