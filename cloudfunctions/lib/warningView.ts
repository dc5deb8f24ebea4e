import type { WarnedRow, WarningAbout, WarningCounts, WarningView } from '../../domain/contract/calls'
import { countReach, inCallOrder, reachOf, reachWords, type Messages, type ReachState } from '../../domain/hazard/reach'
import { recordWords } from '../../domain/hazard/record'
import { warningNoticeId } from '../../domain/notice/hazard'
import { TAKEN_BY_WECHAT, type Notice } from '../../domain/notice/notice'
import { byJoinNumber } from '../../domain/orders/joinNumber'
import type { Order } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { viewerOf } from '../../domain/people/relation'
import { _, db } from './database'
import type { SupplierDocument } from './supplier'
import { warnedHouseholds, type WarnedHousehold, type WarningDocument } from './warnings'

/** Ids in one question. */
const AT_ONCE = 200
/** Households of the call list in one answer. */
export const LIST_PAGE = 50

interface Standing { household: WarnedHousehold; reach: WarnedHousehold['reach']; messages: Messages; state: ReachState }

/** How far each household is, by what was put down and by what came of its people's messages. */
async function standings(warningId: string): Promise<Standing[]> {
  const households = await warnedHouseholds(warningId)
  const notices = await byIds<Notice>('notices', households.flatMap(h => h.people.map(id => warningNoticeId(warningId, 'started', id))), { readAt: true, copy: true })
  const known = new Map(notices.map(n => [n._id, n]))
  return households.map(household => {
    const own = household.people.flatMap(id => known.get(warningNoticeId(warningId, 'started', id)) ?? [])
    const messages = { readAt: own.reduce<number | null>((newest, { readAt }) => (readAt === null ? newest : Math.max(newest ?? 0, readAt)), null), sent: own.some(n => TAKEN_BY_WECHAT.includes(n.copy)) }
    return { household, reach: household.reach, messages, state: reachOf(household.reach, messages) }
  })
}

/** Counts without a name, for a supplier. */
export async function warningCounts(warning: WarningDocument): Promise<WarningCounts> {
  return { ...aboutOf(warning), counts: countReach((await standings(warning._id)).map(s => s.state)) }
}

/** Everything about a warning, for those who work for the community: counts, the record, and a page of the call list from `from` on. */
export async function warningView(warning: WarningDocument, person: Person, from: number): Promise<WarningView> {
  const [all, suppliers] = await Promise.all([standings(warning._id), byIds<SupplierDocument>('suppliers', warning.supplierIds, { name: true })])
  const orders = new Map((await byIds<Order>('orders', all.flatMap(s => s.household.orderIds), { buyer: true, joinNumber: true, room: true, phoneLast4: true, groupBuyId: true })).map(o => [o._id, o]))
  const { names = {} } = viewerOf(person, 'leader', warning.communityId)
  const who = (id: string) => (id === person._id ? '您' : names[id] ?? '以前的帮手')
  const titles = new Map(warning.products.map(p => [p.groupBuyId, p.groupBuyTitle]))
  const listed = inCallOrder(all.map(s => ({ ...s, ...newestOrder(s.household, orders) })))
  return {
    ...aboutOf(warning), communityId: warning.communityId, groupBuyId: warning.groupBuyId, productId: warning.productId, telling: warning.toTell !== null,
    counts: countReach(all.map(s => s.state)), groupBuys: warning.products.map(p => ({ id: p.groupBuyId, title: p.groupBuyTitle })),
    record: warning.events.map(e => ({ at: e.at, words: recordWords(e, who(e.by.personId), id => suppliers.find(s => s._id === id)?.name ?? '') })),
    from, list: listed.slice(from, from + LIST_PAGE).map(({ household, reach, messages, state, orderId, joinNumber, buyer, room, phoneLast4, groupBuyId }): WarnedRow => ({
      id: household._id, orderId, buyer, joinNumber, room, phoneLast4, groupBuyTitle: titles.get(groupBuyId) ?? '', state, how: reachWords(reach, messages, household.people.length),
      told: reach.told !== null, tried: reach.unreachable !== null, by: reach.told ? who(reach.told.by.personId) : reach.unreachable ? who(reach.unreachable.by.personId) : '',
    })),
  }
}

/** What whoever may know of a warning may know. */
export function aboutOf({ _id, title, spec, state }: Pick<WarningDocument, '_id' | 'title' | 'spec' | 'state'>): WarningAbout {
  const { words, doThis, startedAt, held, lifted } = state
  return { id: _id, title, spec, words, doThis, startedAt, state: state.state, held, lifted: lifted && { at: lifted.at, words: lifted.words } }
}

/** By which of its orders the leader knows a household; its orders may be gone. */
function newestOrder({ orderIds }: WarnedHousehold, orders: ReadonlyMap<string, Order>) {
  const own = orderIds.flatMap(id => orders.get(id) ?? []).sort(byJoinNumber)
  const [first] = own
  return { orderId: first?._id ?? '', buyer: first?.buyer ?? '', joinNumber: first?.joinNumber ?? '', room: first?.room ?? '', groupBuyId: first?.groupBuyId ?? '', phoneLast4: own.find(o => o.phoneLast4 !== '')?.phoneLast4 ?? '' }
}

async function byIds<T>(collection: string, ids: readonly string[], fields: Record<string, boolean>): Promise<T[]> {
  const unique = [...new Set(ids)]
  const portions = Array.from({ length: Math.ceil(unique.length / AT_ONCE) }, (_portion, i) => unique.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
  const found = await Promise.all(portions.map(async some => (await db.collection(collection).where({ _id: _.in(some) }).field(fields).limit(AT_ONCE).get()).data as T[]))
  return found.flat()
}
