import { seenBy } from '../../domain/case/effect'
import { openKeyOf } from '../../domain/case/stage'
import { DEFAULT_POLICY } from '../../domain/clock/policy'
import type { BoughtGroupBuy } from '../../domain/contract/calls'
import type { Community, GroupBuy, Order } from '../../domain/orders/order'
import { caseCard } from '../../domain/people/caseView'
import { boughtLines } from '../lib/boughtLines'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { communityCard } from '../lib/community'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { photoLinks } from '../lib/photos'

/** How far back the first page looks; older ones stay reachable through their messages. */
const LATEST = 50

export const residentHome: UseCase<'residentHome'> = async (caller, _input, now) => {
  const me = caller.personId
  const [orders, cases] = await Promise.all([
    all<Order>(db.collection('orders').where({ residents: me }).orderBy('importedAt', 'desc').limit(LATEST)),
    all<Pick<CaseDocument, 'state'>>(db.collection('cases').where({ residentId: me }).orderBy('filedAt', 'desc').field(CARD_FIELDS).limit(LATEST)),
  ])
  const cards = cases.map(c => caseCard(c.state, 'resident', DEFAULT_POLICY, now))
  const [groupBuys, communities, links] = await Promise.all([
    byIds<GroupBuy>('groupBuys', orders.map(o => o.groupBuyId)),
    byIds<Community>('communities', [...orders.map(o => o.communityId), ...cases.map(c => c.state.communityId)]),
    photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))),
  ])
  const openCases = new Map(cases.map(c => [openKeyOf(seenBy(c.state, 'resident', now), now), c.state.id]))
  return {
    waiting: cards.filter(c => c.holder === 'resident'),
    recent: cards.filter(c => c.holder !== 'resident'),
    bought: bought(orders, groupBuys, communities, openCases),
    communities: communities.map(communityCard),
    photoLinks: links,
  }
}

/** By group-buy, the newest pick-up first; what has not come yet stands on top. */
function bought(orders: Order[], groupBuys: GroupBuy[], communities: Community[], openCases: Map<string, string>): BoughtGroupBuy[] {
  return groupBuys
    .map(g => ({
      groupBuyId: g._id, title: g.title, communityName: communities.find(c => c._id === g.communityId)?.name ?? '', arrivedAt: g.arrivedAt,
      lines: orders.filter(o => o.groupBuyId === g._id).flatMap(o => boughtLines(o, openCases)),
    }))
    .sort((a, b) => (b.arrivedAt ?? Infinity) - (a.arrivedAt ?? Infinity))
}

async function all<T>(query: { get: () => Promise<{ data: unknown[] }> }): Promise<T[]> {
  return (await query.get()).data as T[]
}

async function byIds<T>(collection: string, ids: string[]): Promise<T[]> {
  const unique = [...new Set(ids)]
  return unique.length === 0 ? [] : all<T>(db.collection(collection).where({ _id: _.in(unique) }).limit(100))
}
