import { Refused, refuse } from '../../domain/contract/refusal'
import { decideWarning, type WarningCommand } from '../../domain/hazard/decide'
import { evolveReach, evolveWarning } from '../../domain/hazard/evolve'
import { mayHaveIt, type AffectedProduct } from '../../domain/hazard/affected'
import { mayWarn } from '../../domain/hazard/mayWarn'
import type { HouseholdEvent, Reach, Warning, WarningEvent } from '../../domain/hazard/warning'
import { byJoinNumber } from '../../domain/orders/joinNumber'
import type { Order } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import type { Caller } from './caller'
import { _, db, findById, MOST_DOCUMENTS, updateOne } from './database'
import { loadPerson } from './people'

/** A warning as stored: its record, what it makes, and how far the telling is. */
export interface WarningDocument {
  /** Made of community, product and how many warnings about it were lifted before: whoever starts it again finds the same one. */
  _id: string
  communityId: string
  /** The product, by what makes two the same: see `productKey`. */
  key: string
  title: string
  spec: string
  /** Where it was started. */
  groupBuyId: string
  productId: string
  /** Wherever it was sold, as of the last look. */
  products: AffectedProduct[]
  supplierIds: string[]
  state: Warning
  events: WarningEvent[]
  /** Guards writes. */
  version: number
  /** Since when somebody is to be told, or looked for; null: everybody was. ms */
  toTell: number | null
  /** How often there was a reason to look: guards the end of a look. */
  rounds: number
  createdAt: number
}

/** One household of a warning, without a name: its orders have those. */
export interface WarnedHousehold {
  /** Made of warning and household. */
  _id: string
  warningId: string
  householdId: string
  orderIds: string[]
  /** Whose inbox has the warning. Person ids. */
  people: string[]
  reach: Reach
  events: HouseholdEvent[]
  version: number
}

/** As many as may be at one document at the same moment. */
const TRIES = 9

/** A warning of a community that the caller may warn; anybody else's is not there for them. */
export async function ledWarning(caller: Caller, warningId: string): Promise<{ person: Person; warning: WarningDocument }> {
  const [person, warning] = await Promise.all([loadPerson(caller), findById<WarningDocument>('warnings', warningId)])
  if (!warning || !mayWarn(person, warning.communityId)) refuse('NOT_FOUND', '找不到这个提醒', 'warningId')
  return { person, warning }
}

/** One step on a warning, decided against what is there. `owes`: somebody is to be told of it. @returns the warning after it */
export async function stepOn(first: WarningDocument, command: WarningCommand, caller: Pick<Caller, 'personId'>, now: number, owes: boolean): Promise<WarningDocument> {
  let warning: WarningDocument | null = first
  for (let tried = 0; warning && tried < TRIES; tried++) {
    const decided = decideWarning(warning.state, command, { now, by: { party: 'leader', personId: caller.personId } })
    if ('refusal' in decided) throw new Refused(decided.refusal)
    if (decided.events.length === 0) return warning
    const state = decided.events.reduce(evolveWarning, warning.state)
    const change = { state: _.set(structuredClone(state)), events: _.push(structuredClone(decided.events)), version: _.inc(1), ...(owes ? { toTell: now, rounds: _.inc(1) } : {}) }
    if (await updateOne('warnings', { _id: warning._id, version: warning.version }, change)) {
      return { ...warning, state, events: [...warning.events, ...decided.events], version: warning.version + 1, ...(owes ? { toTell: now, rounds: warning.rounds + 1 } : {}) }
    }
    warning = await findById<WarningDocument>('warnings', warning._id)
  }
  throw new Error(`warning ${first._id} was changed by others all the time`)
}

/** There may be new households, or new people in known ones: whoever looks next looks at these warnings again. */
export async function lookAgain(communityId: string, now: number): Promise<void> {
  await db.collection('warnings').where({ communityId, 'state.state': 'active' }).update({ toTell: now, rounds: _.inc(1) })
}

/** Every household of a warning that was found so far. */
export async function warnedHouseholds(warningId: string): Promise<WarnedHousehold[]> {
  const found: WarnedHousehold[] = []
  for (;;) {
    const { data } = await db.collection('warnedHouseholds').where({ warningId }).orderBy('_id', 'asc').skip(found.length).limit(MOST_DOCUMENTS).get()
    found.push(...(data as WarnedHousehold[]))
    if (data.length < MOST_DOCUMENTS) return found
  }
}

/** What happens with one household, decided against what is there; nobody's word is lost to somebody else's. */
export async function putDown(first: WarnedHousehold, decide: (reach: Reach) => HouseholdEvent[]): Promise<void> {
  let household: WarnedHousehold | null = first
  for (let tried = 0; household && tried < TRIES; tried++) {
    const events = decide(household.reach)
    if (events.length === 0) return
    const reach = events.reduce(evolveReach, household.reach)
    if (await updateOne('warnedHouseholds', { _id: household._id, version: household.version }, { reach: _.set(structuredClone(reach)), events: _.push(structuredClone(events)), version: _.inc(1) })) return
    household = await findById<WarnedHousehold>('warnedHouseholds', household._id)
  }
  throw new Error(`household ${first._id} was changed by others all the time`)
}

/** The caller's own orders that brought the product. */
export async function ownWarnedOrders(caller: Caller, { products }: Pick<WarningDocument, 'products'>): Promise<Order[]> {
  if (products.length === 0) return []
  const { data } = await db.collection('orders').where({ residents: caller.personId, groupBuyId: _.in(products.map(p => p.groupBuyId)), 'lines.productId': _.in(products.map(p => p.productId)) }).limit(MOST_DOCUMENTS).get()
  return (data as Order[]).filter(mayHaveIt)
}

/** A line of the caller's own with the product, and where its household is on the list; null: not found yet. */
export interface OwnWarnedLine { line: { orderId: string; lineId: string; buyer: string; joinNumber: string; groupBuyTitle: string }; household: WarnedHousehold | null }

export async function ownWarnedLines(caller: Caller, warning: WarningDocument): Promise<OwnWarnedLine[]> {
  const orders = await ownWarnedOrders(caller, warning)
  if (orders.length === 0) return []
  const { data } = await db.collection('warnedHouseholds').where({ warningId: warning._id, orderIds: _.in(orders.map(o => o._id)) }).limit(MOST_DOCUMENTS).get()
  const households = data as WarnedHousehold[]
  return [...orders].sort(byJoinNumber).flatMap(o => o.lines.flatMap(l => {
    const product = warning.products.find(p => p.groupBuyId === o.groupBuyId && p.productId === l.productId)
    const household = households.find(h => h.orderIds.includes(o._id)) ?? null
    return product ? [{ line: { orderId: o._id, lineId: l.id, buyer: o.buyer, joinNumber: o.joinNumber, groupBuyTitle: product.groupBuyTitle }, household }] : []
  }))
}
