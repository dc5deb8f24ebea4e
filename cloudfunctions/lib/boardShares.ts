import type { Share, ShareTarget } from '../../domain/clock/targets'
import type { Order } from '../../domain/orders/order'
import type { CaseDocument } from './cases'
import { _, db, MOST_DOCUMENTS } from './database'
import { page, totalDistinct, type Beside } from './oneRequest'

/** Refunded since, it was an order all the same. */
const BOUGHT: Order['status'][] = ['paid', 'refunded']

type Complained = Pick<CaseDocument, 'communityId'> & { state: { line: { buyer: string } } }

/**
 * How many orders there were, how many of them came to a return or a complaint, and who complained in the period before that one; for the one request of a board.
 * @param period how long a period is, the newest of which ends now; ms
 */
export function sharesBeside(communityIds: readonly string[], seen: Record<string, unknown>, now: number, period: number) {
  const [since, before] = [now - period, now - 2 * period]
  const here = { communityId: _.in([...communityIds]) }
  // What was filed since was written since: found by that.
  const lately = { ...here, ...seen, updatedAt: _.gt(since), filedAt: _.gt(since) }
  return {
    orders: totalDistinct('orders', boughtBetween(here, since, now), '_id'),
    returned: totalDistinct('cases', { ...lately, cameBack: true }, 'orderId'),
    complained: totalDistinct('cases', { ...lately, complaint: true }, 'orderId'),
    complainedOfReturn: totalDistinct('cases', { ...lately, cameBack: true, complaint: true }, 'orderId'),
    households: totalDistinct('orders', boughtBetween(here, before, since), 'communityId', 'buyer'),
    complainedBefore: page<Complained>('cases', { ...here, ...seen, updatedAt: _.gt(before), filedAt: _.and([_.gt(before), _.lte(since)]), complaint: true }, { limit: MOST_DOCUMENTS, fields: { communityId: true, 'state.line.buyer': true } }),
  } satisfies Record<string, Beside<unknown>>
}

type Read = { [K in keyof ReturnType<typeof sharesBeside>]: ReturnType<typeof sharesBeside>[K] extends Beside<infer R> ? R : never }

/** What was read, as shares. One request more where somebody complained in the period before: whether they bought anything since. */
export async function sharesOf({ orders, returned, complained, complainedOfReturn, households, complainedBefore }: Read, now: number, period: number): Promise<Record<ShareTarget, Share>> {
  const complainers = new Map(complainedBefore.map(c => [householdOf(c.communityId, c.state.line.buyer), c]))
  const back = complainers.size === 0 ? [] : await stillBuying([...complainers.values()], now - period, now)
  const lost = [...complainers.keys()].filter(household => !back.includes(household)).length
  // Who complained had bought, if longer ago.
  return { returned: { count: returned, of: orders }, complained: { count: complained, of: orders }, complainedOfReturn: { count: complainedOfReturn, of: orders }, lost: { count: lost, of: Math.max(households, lost) } }
}

async function stillBuying(complained: readonly Complained[], since: number, now: number): Promise<string[]> {
  const here = { communityId: _.in([...new Set(complained.map(c => c.communityId))]), buyer: _.in([...new Set(complained.map(c => c.state.line.buyer))]) }
  const { data } = await db.collection('orders').aggregate().match(boughtBetween(here, since, now)).group({ _id: { communityId: '$communityId', buyer: '$buyer' } }).limit(MOST_DOCUMENTS).end() as { data: { _id: Pick<Order, 'communityId' | 'buyer'> }[] }
  return data.map(({ _id }) => householdOf(_id.communityId, _id.buyer))
}

/** As neighbours tell households apart: by name, within their community. */
function householdOf(communityId: string, buyer: string): string {
  return `${communityId}:${buyer}`
}

/** When it was paid; where the export does not say, when it was imported. */
function boughtBetween(here: Record<string, unknown>, from: number, to: number) {
  const between = _.and([_.gt(from), _.lte(to)])
  const orders = { ...here, status: _.in(BOUGHT) }
  return _.or([{ ...orders, paidAt: between }, { ...orders, paidAt: null, importedAt: between }])
}
