import { seenBy } from '../../domain/case/effect'
import { openKeyOf } from '../../domain/case/stage'
import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy, Order } from '../../domain/orders/order'
import { boughtLines } from '../lib/boughtLines'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { communityOf } from '../lib/community'
import { db, findById, MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'

/** What stands on the card in the chat group; open to whoever got the card. Prices, buyers and suppliers are not on it, but what the caller's own household bought. */
export const showGroupBuy: UseCase<'showGroupBuy'> = async (caller, { groupBuyId }, now) => {
  const me = caller.personId
  const [groupBuy, { data: orders }, { data: cases }] = await Promise.all([
    findById<GroupBuy>('groupBuys', groupBuyId),
    db.collection('orders').where({ groupBuyId, residents: me }).limit(MOST_DOCUMENTS).get(),
    db.collection('cases').where({ residentId: me, groupBuyId }).field(CARD_FIELDS).limit(MOST_DOCUMENTS).get(),
  ])
  if (!groupBuy) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const community = await communityOf(groupBuy.communityId)
  const openCases = new Map((cases as Pick<CaseDocument, 'state'>[]).map(c => [openKeyOf(seenBy(c.state, 'resident', now), now), c.state.id]))
  return {
    id: groupBuy._id, title: groupBuy.title, communityName: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone,
    arrivedAt: groupBuy.arrivedAt, products: groupBuy.products.map(({ title, spec }) => ({ title, spec })), mine: (orders as Order[]).flatMap(o => boughtLines(o, openCases)),
  }
}
