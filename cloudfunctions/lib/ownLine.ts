import type { CaseState } from '../../domain/case/case'
import { pendingAt, seenBy } from '../../domain/case/effect'
import { leftOnLine, takenBy } from '../../domain/case/left'
import { REASONS, type About, type Reason } from '../../domain/case/reasons'
import { isInLane, laneKey, openKeyOf } from '../../domain/case/stage'
import { refuse } from '../../domain/contract/refusal'
import type { Community, GroupBuy, Order, OrderLine } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { isHiddenFrom, operatorFor, worksFor } from '../../domain/people/relation'
import type { Caller } from './caller'
import { casesOnOrder, takeEffect, type CaseOnOrder } from './cases'
import { one, pointedTo, readTogether } from './oneRequest'
import { mustFileFor } from './community'
import { loadPerson } from './people'

/** What is to be filed, as far as it says beside what it may be open. */
interface Lane {
  reason: Reason
  about?: About | undefined
}

/** A line of an order with what was claimed on it. */
export interface OwnLine {
  order: Order
  line: OrderLine
  groupBuy: GroupBuy
  community: Community
  /** Fen that can still be claimed on the line. */
  left: number
  /** A case on the line that can still move, in the lane that was asked for: that of the goods where none was. Never one that is hidden from who asks. */
  openCaseId: string | null
  /** Whether there is one in that lane that is hidden from who asks. */
  beside: boolean
  openHazardId: string | null
  /** All cases on the order, open or not, but those hidden from who asks. */
  cases: CaseState[]
}

/** A line of an order that the caller's household bought. Somebody else's line is answered like one that does not exist. */
export async function ownLine(caller: Caller, orderId: string, lineId: string, now: number, lane?: Lane): Promise<OwnLine> {
  return lineOf(caller, orderId, lineId, now, 'resident', lane, order => order.residents.includes(caller.personId))
}

/** A line of any order in a community that the caller leads, helps in, or serves at its desk; and as which of them. */
export async function lineToFileOn(caller: Caller, orderId: string, lineId: string, now: number, lane?: Lane): Promise<OwnLine & { person: Person; as: 'leader' | 'operator' }> {
  const person = await loadPerson(caller)
  const found = await lineOf(caller, orderId, lineId, now, 'leader', lane, order => worksFor(person, order.communityId) || operatorFor(person, order.communityId) !== null, person)
  mustFileFor(person, found.order.communityId)
  return { ...found, person, as: worksFor(person, found.order.communityId) ? 'leader' : 'operator' }
}

async function lineOf(caller: Caller, orderId: string, lineId: string, now: number, as: 'resident' | 'leader', lane: Lane | undefined, may: (order: Order) => boolean, known?: Person): Promise<OwnLine> {
  const [found, cases] = await Promise.all([
    readTogether(one<Order>('orders', { _id: orderId }), { groupBuys: pointedTo<GroupBuy>('groupBuys', 'groupBuyId'), communities: pointedTo<Community>('communities', 'communityId') }),
    casesOnOrder(orderId),
  ])
  const line = found?.document.lines.find(l => l.id === lineId)
  if (!found || !line || !may(found.document)) refuse('LINE_NOT_FOUND', as === 'resident' ? '找不到您买的这件东西' : '找不到这家买的这件东西', 'lineId')
  const { document: order, groupBuys: [groupBuy], communities: [community] } = found
  if (!groupBuy || !community) throw new Error(`group-buy ${order.groupBuyId} or community ${order.communityId} of order ${order._id} is missing`)
  await letGo(cases, now)
  // Who asks is looked up only where something is hidden from anybody.
  const person = known ?? (cases.some(c => c.state.hiddenFrom) ? await loadPerson(caller) : null)
  const hidden = cases.filter(c => person !== null && c.state.residentId !== caller.personId && isHiddenFrom(c.state, person))
  const shown = cases.filter(c => !hidden.includes(c))
  const wanted = laneKey(orderId, lineId, lane ? REASONS[lane.reason].class : 'quality', lane?.about)
  return { order, line, groupBuy, community, left: leftOnLine(order, lineId, cases.map(c => takenBy(c.state))), openCaseId: openOn(shown, wanted, as, now), beside: openOn(hidden, wanted, as, now) !== null, openHazardId: openOn(shown, laneKey(orderId, lineId, 'hazard'), as, now), cases: shown.map(c => c.state) }
}

/** A case that came to its end by a decision holds its line until that took effect; the courier lets go of it, and whoever comes before the courier. */
async function letGo(cases: readonly CaseOnOrder[], now: number): Promise<void> {
  const over = cases.filter(c => c.recallable && !pendingAt(c.state, now) && openKeyOf(c.state, now) !== c.openKey)
  await Promise.all(over.map(takeEffect))
}

function openOn(cases: readonly CaseOnOrder[], lane: string, as: 'resident' | 'leader', now: number): string | null {
  return cases.find(c => isInLane(openKeyOf(seenBy(c.state, as, now), now), lane))?.state.id ?? null
}
