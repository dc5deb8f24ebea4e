import { setTimeout as pass } from 'node:timers/promises'
import type { Case, CaseState } from '../../domain/case/case'
import type { CaseCommandType } from '../../domain/case/commands'
import type { CaseEvent } from '../../domain/case/events'
import { leftFor, underWay, withLeft } from '../../domain/case/left'
import { clocksOf, type KeepsTime } from '../../domain/clock/communityClocks'
import { USUAL_CLOCKS, type Clocks } from '../../domain/clock/due'
import type { Refusal } from '../../domain/contract/refusal'
import type { Community, Order } from '../../domain/orders/order'
import type { Desk } from '../../domain/people/desk'
import type { Person } from '../../domain/people/person'
import { staffOf, type Staff } from '../../domain/people/whoActs'
import type { Caller } from './caller'
import { caseOf, saveCase, type CaseDocument } from './cases'
import { _, updateOne } from './database'
import { of, one, pointedTo, readEach, readTogether, sharing, type Beside, type Together } from './oneRequest'
import { callerBeside, callerRead } from './people'
import type { SupplierDocument } from './supplier'

/** A case beside what its money comes from. */
export interface CaseMoney {
  stored: CaseDocument
  order: Order
  /** All other cases of the order. */
  others: CaseDocument[]
  around: Surroundings
}

/** What a case is looked at with, and is not part of its history: it is as it is now. */
export interface Surroundings {
  /** Whether a desk serves its community. */
  desk: boolean
  /** Whether its supplier is there and nobody acts for it. */
  supplierGone: boolean
  /** What the promises of its community are counted by. */
  clocks: Clocks
}

/** Commands that make money due, or speak of an amount that may become due: they go by what is left now. */
const ABOUT_MONEY: readonly CaseCommandType[] = ['settle', 'offer', 'agree', 'grantAsAsked', 'decideAppeal', 'counter', 'extendClaim', 'lapse', 'reopen']

export function isAboutMoney(command: CaseCommandType): boolean {
  return ABOUT_MONEY.includes(command)
}

const COMMUNITY_OF_CASE = pointedTo<Community>('communities', 'communityId')
const SUPPLIER_OF_CASE = pointedTo<Pick<SupplierDocument, 'people'>>('suppliers', 'supplierId')

/** A case and what is around it. */
export async function loadCaseAround(id: string): Promise<{ stored: CaseDocument; around: Surroundings } | null> {
  const found = await readTogether(one<CaseDocument>('cases', { _id: id }), { community: COMMUNITY_OF_CASE, supplier: SUPPLIER_OF_CASE })
  return found && { stored: found.document, around: surroundings(found) }
}

/** A case as it is for somebody who looks at it now; also as others see it while a decision can be taken back. */
export function lookedAt(c: Case, around: Surroundings): Case {
  return { ...c, state: stateLookedAt(c.state, around) }
}

/** What a community says beside its cases: how their promises are counted, and whether a desk serves it now, whatever was so when they were filed. */
export function aroundIn(community: KeepsTime & Pick<Community, 'deskId'>): Pick<Surroundings, 'clocks' | 'desk'> {
  return { clocks: clocksOf(community), desk: community.deskId !== undefined }
}

/** The same for a list, which needs no history. */
export function stateLookedAt(c: CaseState, around: Partial<Surroundings>): CaseState {
  return { ...c, ...around, ...(c.pending ? { pending: { ...c.pending, before: stateLookedAt(c.pending.before, around) } } : {}) }
}

function surroundings({ community, supplier }: { community: readonly Community[]; supplier: readonly Pick<SupplierDocument, 'people'>[] }): Surroundings {
  const [own] = community
  return { supplierGone: isGone(supplier), ...(own ? aroundIn(own) : { clocks: USUAL_CLOCKS, desk: false }) }
}

/** Nobody acts for it, any more or yet. */
function isGone([supplier]: readonly Pick<SupplierDocument, 'people'>[]): boolean {
  return supplier !== undefined && supplier.people.length === 0
}

/** Hung on a case where its money is read. The order first: who decides meanwhile writes the order before the case. */
export const BESIDE_CASE = { orders: pointedTo<Order>('orders', 'orderId'), onOrder: sharing<CaseDocument>('cases', 'orderId'), community: COMMUNITY_OF_CASE, supplier: SUPPLIER_OF_CASE } satisfies Record<string, Beside<unknown>>

/** @returns null when there is no such case */
export async function loadCaseMoney(id: string): Promise<CaseMoney | null> {
  const found = await readTogether(one<CaseDocument>('cases', { _id: id }), BESIDE_CASE)
  return found && caseMoney(found)
}

/** Who calls, a case, and who is there for its community, in one request. @returns null when there is no such case */
export async function loadCallerAndCase(caller: Caller, id: string): Promise<{ person: Person; stored: CaseDocument; around: Surroundings; staff: Staff | null } | null> {
  const found = await readTogether(one<CaseDocument>('cases', { _id: id }), {
    community: COMMUNITY_OF_CASE, supplier: SUPPLIER_OF_CASE, servedBy: of('community', pointedTo<Desk>('desks', 'deskId')), ...callerBeside(caller),
  })
  if (!found) return null
  const { document: stored, community, supplier, servedBy: [desk] } = found
  const [own] = community
  return { person: callerRead(caller, found), stored, around: surroundings(found), staff: own ? staffOf(own, desk ?? null, supplier[0]?.people) : null }
}

/** Who calls, and a case with its money, in one request. @returns null when there is no such case */
export async function loadCallerAndMoney(caller: Caller, id: string): Promise<{ person: Person; money: CaseMoney } | null> {
  const found = await readTogether(one<CaseDocument>('cases', { _id: id }), { ...BESIDE_CASE, ...callerBeside(caller) })
  return found && { person: callerRead(caller, found), money: caseMoney(found) }
}

/** Several cases with their money, in one request. */
export async function loadCasesMoney(query: Record<string, unknown>, most: number): Promise<CaseMoney[]> {
  return (await readEach<CaseDocument, typeof BESIDE_CASE>('cases', query, most, BESIDE_CASE)).map(caseMoney)
}

export function caseMoney({ document: stored, orders: [order], onOrder, community, supplier }: Together<CaseDocument, typeof BESIDE_CASE>): CaseMoney {
  if (!order) throw new Error(`order ${stored.orderId} of case ${stored._id} is missing`)
  return { stored, order, others: onOrder.filter(c => c._id !== stored._id), around: surroundings({ community, supplier }) }
}

/** The case with what can be given on it as of now, and what is around it. */
export function withLeftNow({ stored, order, others, around }: CaseMoney): Case {
  return lookedAt({ ...caseOf(stored), state: withLeft(stored.state, leftFor(stored.state, order, others.map(o => o.state), underWay(order, others))) }, around)
}

/**
 * Appends events to a case; where they make money due, what they take is reserved on the order before. Two guarded writes: of two cases decided at
 * the same moment the second finds the order changed, looks again, and counts what the first is about to take.
 * @returns null when somebody was faster: then the case and its money are to be looked at again
 */
export async function saveWithMoney(money: CaseMoney, events: CaseEvent[]): Promise<CaseDocument | null> {
  const amount = events.reduce((sum, e) => sum + (madeDue(e) ?? 0), 0)
  if (amount === 0) return saveCase(money.stored, events, money.around)
  if (!await reserve(money, amount)) return null
  return saveCase(money.stored, events, money.around, { outbid: money.stored.outbid ?? null })
}

/** Fen that an event makes due; null where it makes none. */
function madeDue(e: CaseEvent): number | null {
  return e.type === 'Settled' || e.type === 'OfferAgreed' || e.type === 'SupplierGranted' || e.type === 'AppealUpheld' ? e.amount : e.type === 'Reopened' ? e.amount ?? null : null
}

/** By case, so that a repeated one counts once; what has come to its end is dropped on the way. */
async function reserve({ stored, order, others }: CaseMoney, amount: number): Promise<boolean> {
  const own = { caseId: stored._id, lineId: stored.state.line.lineId, amount, version: stored.version, outbid: stored.outbid ?? 0 }
  return updateOne('orders', { _id: order._id, moneyVersion: order.moneyVersion ?? null }, { reserved: _.set([...underWay(order, others), own]), moneyVersion: _.inc(1) })
}

/** Looks at a reservation before it is taken for one that nobody stands behind any more; in between, a function that lives has written its case. */
const LOOKS = 3
/** Apart by chance, so that two who wait for each other do not go on doing so. ms */
const PAUSE = { least: 20, more: 80 }

/**
 * What is reserved for a decision on another case may be what this one was refused for. It is waited for; and where nothing comes, because a function was
 * killed in between, that case loses it, guarded by its version: either the decision comes first, or it can no longer be written as it was.
 * @param tried how often it was looked at before
 * @returns whether to look again
 */
export async function makeWay({ stored, order, others }: CaseMoney, { code }: Refusal, tried: number): Promise<boolean> {
  const held = underWay(order, others)
  const states = others.map(o => o.state)
  const inTheWay = (code === 'MORE_THAN_PAID' || code === 'WRONG_STATE') && leftFor(stored.state, order, states) > leftFor(stored.state, order, states, held)
  if (!inTheWay) return false
  if (tried % LOOKS < LOOKS - 1) await pass(PAUSE.least + Math.random() * PAUSE.more)
  else await Promise.all(others.filter(o => held.some(r => r.caseId === o._id)).map(o => updateOne('cases', { _id: o._id, version: o.version, outbid: o.outbid ?? null }, { outbid: _.inc(1) })))
  return true
}
