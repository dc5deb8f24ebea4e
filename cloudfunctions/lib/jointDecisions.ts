import { publishedBy, type PublishedCriterion } from '../../domain/case/criteria'
import { decide } from '../../domain/case/decide'
import type { Actor, CaseState } from '../../domain/case/case'
import type { CaseCommand } from '../../domain/case/commands'
import { effectiveAtOf } from '../../domain/case/effect'
import type { CaseEvent } from '../../domain/case/events'
import { canBeTakenBack, isAmount, stepFor, type JointStep } from '../../domain/case/together'
import type { TogetherResult, TogetherView } from '../../domain/contract/calls'
import { refuse, type Refusal } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import type { StoredPerson } from '../../domain/people/person'
import { limitOf, suppliesFor, worksFor } from '../../domain/people/relation'
import { inForce } from '../../domain/people/team'
import type { Caller } from './caller'
import { loadCaseMoney, loadCasesMoney, makeWay, saveWithMoney, withLeftNow, type CaseMoney } from './caseMoney'
import { caseOf, momentFor, notHiddenFrom, saveCase, type CaseDocument } from './cases'
import { _, db, findById, updateOne } from './database'
import { deriveId } from './deriveId'
import { undoWindow } from './undoWindow'

/**
 * One decision for many cases, done in portions. Each case is decided by its own rules and written once, under a command id made of the
 * decision and the case: whoever does a portion again, after a crash or at the same time, changes nothing twice.
 */
export interface JointDecision {
  /** Drawn by the client. */
  _id: string
  /** Whose cases: the leader's community or the supplier's own. */
  communityId: string | null
  supplierId: string | null
  by: Actor
  /** Fen a case, for a helper; null for the leader and for suppliers. Missing on those written down before there were helpers. */
  limit?: number | null
  step: JointStep
  /** The bad batch it is for, and the cases of it that the leader took out. */
  about: { groupBuyId: string; productId: string; odd: string[] } | null
  cases: { caseId: string; seen: number }[]
  results: TogetherResult[]
  phase: 'deciding' | 'undoing' | 'done'
  /** Cases looked at since it is being taken back. */
  undone: TogetherResult[]
  undoneAt: number | null
  at: number
  /** When all of it takes effect: one moment for every household. */
  effectiveAt: number
  /** Until when somebody is at it; whoever died holds it no longer. */
  busyUntil: number
}

/** Cases done in one call: a second or two, so that progress is seen. */
const PORTION = 50
/** Writes under way at once. */
const AT_ONCE = 16
/** What a portion takes on a bad day; two at it at once do no harm, so whoever died is not waited for long. ms */
const LEASE = 8_000
/** What a case takes, generously: seconds to undo begin when the last one is decided. ms */
const PER_CASE = 30
/** As many as may be at one case, or at the money of one order, at the same moment. */
const TRIES = 9

/** When a decision for so many cases takes effect. */
export function jointEffectiveAt(step: JointStep, cases: number, now: number): number {
  return canBeTakenBack(step) ? now + undoWindow() + cases * PER_CASE : now
}

/** A joint decision as somebody finds it: what its giver may do by now, and whether somebody else is at it. */
export interface Met extends JointDecision {
  busy: boolean
  /** What the community publishes besides what holds everywhere, as of now. */
  criteria: PublishedCriterion[]
  /** Who gave it has no part in it any more: they decide nothing more, and read no neighbour's name. Taking back is always theirs. */
  ended: boolean
}

/** Does the next portion. @returns how far it is now */
export async function doPortion(id: string, now: number): Promise<Met> {
  const taken = await updateOne('jointDecisions', { _id: id, phase: _.neq('done'), busyUntil: _.lte(now) }, { busyUntil: now + LEASE })
  const decision = await findById<JointDecision>('jointDecisions', id)
  if (!decision) throw new Error(`joint decision ${id} is missing`)
  const met = await asOfNow(decision)
  if (!taken) return { ...met, busy: decision.phase !== 'done' }
  const field = decision.phase === 'undoing' ? 'undone' : 'results'
  const open = remaining(decision)
  const portion = open.slice(0, PORTION)
  const results = await doCases(met, portion, now)
  const phase = portion.length === open.length ? 'done' as const : decision.phase
  // Taken back meanwhile: what was done in this portion is on record, and the next one goes the other way.
  const written = await updateOne('jointDecisions', { _id: id, phase: decision.phase }, { [field]: _.push(structuredClone(results)), phase, busyUntil: 0 })
  if (!written) await updateOne('jointDecisions', { _id: id }, { results: _.push(structuredClone(results)), busyUntil: 0 })
  const after = await findById<JointDecision>('jointDecisions', id)
  return { ...met, ...after }
}

/** However long a decision takes, what its giver may do is what they may do now. */
async function asOfNow(decision: JointDecision): Promise<Met> {
  const { limit, criteria } = await standingNow(decision)
  return { ...decision, busy: false, limit: limit ?? null, ended: limit === undefined, criteria }
}

/** `limit`: fen a case, null for no limit; undefined when the person has no part in it any more. */
async function standingNow({ communityId, supplierId, by }: JointDecision): Promise<{ limit: number | null | undefined; criteria: PublishedCriterion[] }> {
  const [stored, community] = await Promise.all([findById<StoredPerson>('people', by.personId), communityId === null ? null : findById<Community>('communities', communityId)])
  const person = stored && inForce(stored, { communities: community ? [community] : [] })
  const limit = () => {
    if (!person) return undefined
    if (communityId === null) return supplierId !== null && suppliesFor(person, supplierId) ? null : undefined
    return worksFor(person, communityId) ? limitOf(person, communityId) : undefined
  }
  return { limit: limit(), criteria: community ? publishedBy(community) : [] }
}

/** Cases whose result is not on record yet. A portion that was done twice has two; the first counts. */
function remaining({ phase, cases, results, undone }: JointDecision): { caseId: string; seen: number }[] {
  if (phase === 'done') return []
  const known = new Set((phase === 'undoing' ? undone : results).map(r => r.caseId))
  return cases.filter(c => !known.has(c.caseId))
}

async function doCases(decision: Met, portion: readonly { caseId: string; seen: number }[], now: number): Promise<TogetherResult[]> {
  const found = await loadPortion(decision, portion.map(c => c.caseId))
  const cases = new Map(found.map(c => [c.stored._id, c]))
  const results: TogetherResult[] = []
  const queue = byOrder(portion, cases)
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let some = queue.shift(); some; some = queue.shift()) {
      // Two lines of one order draw on the same money: one after the other, and the second looks again.
      for (const [i, { caseId, seen }] of some.entries()) {
        const known = cases.get(caseId)
        results.push(await doCase(decision, known?.order && i > 0 ? await loadAgain(known) : known ?? null, caseId, seen, now))
      }
    }
  }))
  return results
}

/** A case of the decision; with its money where the decision is about any. */
type Known = CaseMoney | { stored: CaseDocument; order?: never }

async function loadPortion(decision: JointDecision, ids: string[]): Promise<Known[]> {
  const query = { _id: _.in(ids), ...scopeOf(decision) }
  if (isAmount(decision.step) && decision.phase === 'deciding') return loadCasesMoney(query, PORTION)
  const { data } = await db.collection('cases').where(query).limit(PORTION).get()
  return (data as CaseDocument[]).map(stored => ({ stored }))
}

async function loadAgain({ stored: { _id }, order }: Known): Promise<Known | null> {
  if (order) return loadCaseMoney(_id)
  const stored = await findById<CaseDocument>('cases', _id)
  return stored && { stored }
}

/** Somebody else's case is not there for them. */
function scopeOf({ communityId, supplierId, by }: JointDecision): Record<string, unknown> {
  if (communityId !== null) return { communityId, ...notHiddenFrom(by.personId, [communityId]) }
  if (supplierId !== null) return { supplierId }
  throw new Error('a joint decision is about the cases of a community or of a supplier')
}

function byOrder<T extends { caseId: string }>(portion: readonly T[], cases: ReadonlyMap<string, Known>): T[][] {
  const orders = new Map<string, T[]>()
  for (const c of portion) {
    const order = cases.get(c.caseId)?.stored.orderId ?? c.caseId
    orders.set(order, [...(orders.get(order) ?? []), c])
  }
  return [...orders.values()]
}

async function doCase(decision: Met, first: Known | null, caseId: string, seen: number, now: number): Promise<TogetherResult> {
  let known = first
  if (known && decision.ended && decision.phase !== 'undoing') return { ...unnamed(caseId), why: { code: 'NOT_ALLOWED', message: decision.communityId === null ? '您已经不替这个供货商回话了' : '您已经不在这个小区带团了' } }
  if (known && !isOf(decision, known.stored)) known = null
  for (let tried = 0; known && tried < TRIES; tried++) {
    const result = decision.phase === 'undoing' ? await undoOne(decision, known.stored) : await decideOne(decision, known, seen, now, tried)
    if (result) return result
    known = await loadAgain(known)
  }
  if (known) return refused(decision, known.stored, { code: 'CASE_CHANGED', message: '这件事一直有人在动，请单独看看' })
  return { ...unnamed(caseId), why: { code: 'CASE_NOT_FOUND', message: '找不到这件事' } }
}

function unnamed(caseId: string): Omit<TogetherResult, 'why'> {
  return { caseId, outcome: 'refused', amount: 0, buyer: '', joinNumber: '' }
}

/** A decision about one bad batch is about no other product's cases. */
function isOf({ about }: JointDecision, { state }: CaseDocument): boolean {
  return about === null || (state.groupBuyId === about.groupBuyId && state.line.productId === about.productId)
}

/** @returns null when somebody was faster: to be decided again against what is there now */
async function decideOne(decision: Met, money: Known, seen: number, now: number, tried: number): Promise<TogetherResult | null> {
  const { stored } = money
  const known = money.order ? withLeftNow(money) : caseOf(stored)
  const commandId = commandIdOf(decision, stored._id)
  const moment = momentFor(stored, now)
  const window = decision.effectiveAt > now ? decision.effectiveAt - now : undoWindow()
  const decided = decide(known, commandFor(decision, known.state), { now: moment, by: decision.by, commandId, seen, undoWindow: window, limit: decision.limit ?? null, criteria: decision.criteria })
  if ('refusal' in decided) return money.order && await makeWay(money, decided.refusal, tried) ? null : refused(decision, stored, decided.refusal)
  const saved = await (money.order ? saveWithMoney(money, decided.events) : saveCase(stored, decided.events, null))
  if (!saved) return null
  const event = saved.events.find(e => e.command === commandId)
  if (!event) throw new Error(`case ${stored._id} does not have the event of ${commandId}`)
  // Repeated, after somebody else's step let it fall: nothing came of it.
  if (hasFallen(saved, event)) return refused(decision, stored, { code: 'CASE_CHANGED', message: '定了以后又有了新情况，这一件没有生效，请单独看看' })
  return { ...resultOf(event, saved), ...namesFor(decision, stored) }
}

/** Whether something came after it before it took effect. */
function hasFallen({ events }: CaseDocument, event: CaseEvent): boolean {
  const next = events[events.indexOf(event) + 1]
  return next !== undefined && next.at < effectiveAtOf(event)
}

/** A picture or a note that proves many refunds at once names other households: it is the leader's to keep. */
function commandFor({ step, cases }: JointDecision, state: CaseState): CaseCommand {
  const command = stepFor(state, step)
  return command.type === 'payRefund' && cases.length > 1 ? { ...command, forMany: true } : command
}

/** Taken back as of the tap, however many came before it: what people were told of already stays. */
async function undoOne(decision: JointDecision, stored: CaseDocument): Promise<TogetherResult | null> {
  const last = stored.events.at(-1)
  const own = stored.events.find(e => e.command === commandIdOf(decision, stored._id))
  if (!own || last?.command === undoIdOf(decision, stored._id)) return { caseId: stored._id, outcome: 'undone', amount: 0, why: null, ...namesFor(decision, stored) }
  const now = momentFor(stored, decision.undoneAt ?? decision.at)
  const decided = decide(caseOf(stored), { type: 'undo' } satisfies CaseCommand, { now, by: decision.by, commandId: undoIdOf(decision, stored._id), seen: stored.version, undoWindow: undoWindow() })
  if ('refusal' in decided) return refused(decision, stored, decided.refusal)
  const saved = await saveCase(stored, decided.events, null)
  return saved && { caseId: stored._id, outcome: 'undone', amount: 0, why: null, ...namesFor(decision, stored) }
}

function commandIdOf(decision: JointDecision, caseId: string): string {
  return deriveId('together', decision._id, caseId)
}

function undoIdOf(decision: JointDecision, caseId: string): string {
  return deriveId('undoTogether', decision._id, caseId)
}

function resultOf(event: CaseEvent, { _id, state }: CaseDocument): Pick<TogetherResult, 'caseId' | 'outcome' | 'amount' | 'why'> {
  const came = (outcome: TogetherResult['outcome'], amount = 0) => ({ caseId: _id, outcome, amount, why: null })
  switch (event.type) {
    case 'Settled': return came('settled', event.amount)
    case 'Offered': return came('offered', event.options[0]?.refund)
    case 'Rejected': return came('rejected')
    case 'Promised': return came('promised')
    case 'RefundPaid': return came('paid', state.amount)
    case 'Told': return came('told')
    case 'RecoveryAdmitted': return came('admitted', state.claimedFromSupplier)
    case 'RecoveryDisputed': return came('disputed', state.claimedFromSupplier)
    default: throw new Error(`case ${_id}: ${event.type} is no joint decision`)
  }
}

function refused(decision: JointDecision, stored: CaseDocument, { code, message }: Pick<Refusal, 'code' | 'message'>): TogetherResult {
  return { caseId: stored._id, outcome: 'refused', amount: 0, why: { code, message }, ...namesFor(decision, stored) }
}

function namesFor({ by }: JointDecision, { state }: CaseDocument): Pick<TogetherResult, 'buyer' | 'joinNumber' | 'household'> {
  return by.party === 'leader' ? { buyer: state.line.buyer, joinNumber: state.line.joinNumber, household: { orderId: state.line.orderId, here: state.residentId !== null } } : { buyer: '', joinNumber: '' }
}

export function togetherView(d: Met, now: number): TogetherView {
  const firsts = new Map<string, TogetherResult>()
  for (const r of [...d.undone, ...d.results]) if (!firsts.has(r.caseId)) firsts.set(r.caseId, d.ended ? { ...unnamed(r.caseId), outcome: r.outcome, amount: r.amount, why: r.why } : r)
  const left = d.effectiveAt - now
  const recallable = d.undoneAt === null && canBeTakenBack(d.step) && left > 0
  return {
    id: d._id, step: d.step, phase: d.phase, busy: d.busy, total: d.cases.length, done: d.cases.length - remaining(d).length,
    takesEffect: recallable ? { at: d.effectiveAt, left } : null, results: [...firsts.values()],
  }
}

/** A joint decision of the caller's own; anybody else's is not there for them. */
export async function ownDecision(caller: Caller, id: string): Promise<JointDecision> {
  const decision = await findById<JointDecision>('jointDecisions', id)
  if (!decision || decision.by.personId !== caller.personId) return refuse('NOT_FOUND', '找不到这次处理', 'decisionId')
  return decision
}
