import { seenBy } from '../../domain/case/effect'
import { openKeyOf } from '../../domain/case/stage'
import { USUAL_CLOCKS } from '../../domain/clock/due'
import type { BoughtGroupBuy } from '../../domain/contract/calls'
import { byJoinNumber } from '../../domain/orders/joinNumber'
import type { Community, GroupBuy, Order } from '../../domain/orders/order'
import { caseCard } from '../../domain/people/caseView'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import { boughtLines } from '../lib/boughtLines'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { communityCard } from '../lib/community'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { photoLinks } from '../lib/photoLinks'
import { knowStorage } from '../lib/storage'

/** How far back the first page looks; older ones stay reachable through their messages. */
const LATEST = 50

/** An order with the group-buy and the community that it points to: one of each. */
interface PlacedOrder extends Order {
  /** Cases on it, the whole household's. */
  cases: Pick<CaseDocument, 'state'>[]
  groupBuy: Omit<GroupBuy, 'products'>[]
  community: Community[]
}

export const residentHome: UseCase<'residentHome'> = async (caller, _input, now) => {
  const me = caller.personId
  const [orders, cases] = await Promise.all([placedBy(me), filedBy(me), knowStorage()])
  const [communities, links] = await Promise.all([
    communitiesOf(orders, cases),
    photoLinks(cases.flatMap(c => caseCard(c.state, 'resident', now).photo ?? [])),
  ])
  const keeping = new Map(communities.map(c => [c._id, aroundIn(c)]))
  const cards = cases.map(({ state }) => caseCard(stateLookedAt(state, keeping.get(state.communityId) ?? { clocks: USUAL_CLOCKS }), 'resident', now))
  // What others of the household filed stands on its line, to be read.
  const household = orders.flatMap(o => o.cases).filter(c => c.state.residentId !== null)
  const openCases = new Map([...household, ...cases].map(c => [openKeyOf(seenBy(c.state, 'resident', now), now), c.state.id]))
  return {
    waiting: cards.filter(c => c.holder === 'resident'),
    recent: cards.filter(c => c.holder !== 'resident'),
    bought: bought(orders, openCases),
    communities: communities.map(c => communityCard(c, now)),
    photoLinks: links,
  }
}

/** The household's latest orders, each with what stands over it. What the group-buy offered is left out: it may be long. */
async function placedBy(me: string): Promise<PlacedOrder[]> {
  const { data } = await db.collection('orders').aggregate().match({ residents: me }).sort({ importedAt: -1 }).limit(LATEST)
    .lookup({ from: 'groupBuys', localField: 'groupBuyId', foreignField: '_id', as: 'groupBuy' })
    .lookup({ from: 'communities', localField: 'communityId', foreignField: '_id', as: 'community' })
    .lookup({ from: 'cases', localField: '_id', foreignField: 'orderId', as: 'cases' })
    .project({ 'groupBuy.products': 0, 'cases.events': 0 }).end() as { data: PlacedOrder[] }
  return data
}

async function filedBy(me: string): Promise<Pick<CaseDocument, 'state'>[]> {
  const { data } = await db.collection('cases').where({ residentId: me }).orderBy('filedAt', 'desc').field(CARD_FIELDS).limit(LATEST).get()
  return data as Pick<CaseDocument, 'state'>[]
}

/** Those of the orders, and of cases about orders older than are shown: only these are asked for. */
async function communitiesOf(orders: readonly PlacedOrder[], cases: readonly Pick<CaseDocument, 'state'>[]): Promise<Community[]> {
  const known = new Map(orders.flatMap(o => o.community).map(c => [c._id, c]))
  const more = [...new Set(cases.map(c => c.state.communityId))].filter(id => !known.has(id))
  if (more.length === 0) return [...known.values()]
  const { data } = await db.collection('communities').where({ _id: _.in(more) }).limit(LATEST).get()
  return [...known.values(), ...data as Community[]]
}

/** By group-buy, the newest pick-up first; what has not come yet stands on top. */
function bought(orders: readonly PlacedOrder[], openCases: ReadonlyMap<string, string>): BoughtGroupBuy[] {
  const groupBuys = new Map<string, BoughtGroupBuy>()
  for (const order of orders) {
    const [groupBuy] = order.groupBuy
    if (!groupBuy) throw new Error(`group-buy ${order.groupBuyId} of order ${order._id} is missing`)
    const { _id: groupBuyId, title, arrivedAt } = groupBuy
    const here = groupBuys.get(groupBuyId) ?? { groupBuyId, title, communityName: order.community[0]?.name ?? '', arrivedAt, lines: [] }
    here.lines.push(...boughtLines(order, openCases, groupBuy.warnings))
    groupBuys.set(groupBuyId, here)
  }
  for (const { lines } of groupBuys.values()) lines.sort(byJoinNumber)
  return [...groupBuys.values()].sort((a, b) => (b.arrivedAt ?? Infinity) - (a.arrivedAt ?? Infinity))
}
