import { decide } from '../../domain/case/decide'
import type { Actor } from '../../domain/case/case'
import type { CaseCommand } from '../../domain/case/commands'
import type { CaseEvent } from '../../domain/case/events'
import { canBeTakenBack, stepFor, type JointStep } from '../../domain/case/together'
import type { TogetherResult, TogetherView } from '../../domain/contract/calls'
import { refuse, type Refusal } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { teamOf } from '../../domain/people/team'
import type { Caller } from './caller'
import { caseOf, momentFor, saveCase, type CaseDocument } from './cases'
import { _, db, findById, updateOne } from './database'
import { deriveId } from './deriveId'
import { withFreshLeft } from './ownLine'
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
const TRIES = 5

/** When a decision for so many cases takes effect. */
export function jointEffectiveAt(step: JointStep, cases: number, now: number): number {
  return canBeTakenBack(step) ? now + undoWindow() + cases * PER_CASE : now
}

/** Does the next portion. @returns how far it is now; `busy` when somebody else is at it */
export async function doPortion(id: string, now: number): Promise<JointDecision & { busy: boolean }> {
  const taken = await updateOne('jointDecisions', { _id: id, phase: _.neq('done'), busyUntil: _.lte(now) }, { busyUntil: now + LEASE })
  const decision = await findById<JointDecision>('jointDecisions', id)
  if (!decision) throw new Error(`joint decision ${id} is missing`)
  if (!taken) return { ...decision, busy: decision.phase !== 'done' }
  const field = decision.phase === 'undoing' ? 'undone' : 'results'
  const open = remaining(decision)
  const portion = open.slice(0, PORTION)
  const results = await doCases(await asOfNow(decision), portion, now)
  const phase = portion.length === open.length ? 'done' as const : decision.phase
  // Taken back meanwhile: what was done in this portion is on record, and the next one goes the other way.
  const written = await updateOne('jointDecisions', { _id: id, phase: decision.phase }, { [field]: _.push(structuredClone(results)), phase, busyUntil: 0 })
  if (!written) await updateOne('jointDecisions', { _id: id }, { results: _.push(structuredClone(results)), busyUntil: 0 })
  const after = await findById<JointDecision>('jointDecisions', id)
  return { ...(after ?? decision), busy: false }
}

/** A helper's limit as it is now, however long the decision takes: who was removed meanwhile decides nothing more. Taking back is always theirs. */
async function asOfNow(decision: JointDecision): Promise<JointDecision & { ended?: boolean }> {
  if (typeof decision.limit !== 'number' || decision.communityId === null || decision.phase === 'undoing') return decision
  const community = await findById<Community>('communities', decision.communityId)
  const member = community ? teamOf(community).find(m => m.personId === decision.by.personId) : undefined
  if (community?.leaderId === decision.by.personId) return { ...decision, limit: null }
  return member?.role === 'helper' ? { ...decision, limit: member.limit } : { ...decision, ended: true }
}

/** Cases whose result is not on record yet. A portion that was done twice has two; the first counts. */
function remaining({ phase, cases, results, undone }: JointDecision): { caseId: string; seen: number }[] {
  if (phase === 'done') return []
  const known = new Set((phase === 'undoing' ? undone : results).map(r => r.caseId))
  return cases.filter(c => !known.has(c.caseId))
}

async function doCases(decision: JointDecision & { ended?: boolean }, portion: readonly { caseId: string; seen: number }[], now: number): Promise<TogetherResult[]> {
  const { data } = await db.collection('cases').where({ _id: _.in(portion.map(c => c.caseId)), ...scopeOf(decision) }).limit(PORTION).get()
  const documents = new Map((data as CaseDocument[]).map(d => [d._id, d]))
  const results: TogetherResult[] = []
  const queue = byOrder(portion, documents)
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let some = queue.shift(); some; some = queue.shift()) {
      // Two lines of one order draw on the same money: one after the other.
      for (const { caseId, seen } of some) results.push(await doCase(decision, documents.get(caseId), caseId, seen, now))
    }
  }))
  return results
}

/** Somebody else's case is not there for them. */
function scopeOf({ communityId, supplierId }: JointDecision): Record<string, string> {
  if (communityId !== null) return { communityId }
  if (supplierId !== null) return { supplierId }
  throw new Error('a joint decision is about the cases of a community or of a supplier')
}

function byOrder<T extends { caseId: string }>(cases: readonly T[], documents: ReadonlyMap<string, CaseDocument>): T[][] {
  const orders = new Map<string, T[]>()
  for (const c of cases) {
    const order = documents.get(c.caseId)?.orderId ?? c.caseId
    orders.set(order, [...(orders.get(order) ?? []), c])
  }
  return [...orders.values()]
}

async function doCase(decision: JointDecision & { ended?: boolean }, document: CaseDocument | undefined, caseId: string, seen: number, now: number): Promise<TogetherResult> {
  let stored = document ?? null
  if (stored && decision.ended) return refused(decision, stored, { code: 'NOT_ALLOWED', message: '您已经不是这个小区的帮手了' })
  for (let tried = 0; stored && tried < TRIES; tried++) {
    const result = decision.phase === 'undoing' ? await undoOne(decision, stored) : await decideOne(decision, stored, seen, now)
    if (result) return result
    stored = await findById<CaseDocument>('cases', caseId)
  }
  if (stored) return refused(decision, stored, { code: 'CASE_CHANGED', message: '这件事一直有人在动，请单独看看' })
  return { caseId, outcome: 'refused', amount: 0, buyer: '', joinNumber: '', why: { code: 'CASE_NOT_FOUND', message: '找不到这件事' } }
}

/** @returns null when somebody was faster: to be decided again against what is there now */
async function decideOne(decision: JointDecision, stored: CaseDocument, seen: number, now: number): Promise<TogetherResult | null> {
  const known = stored.recheck ? await withFreshLeft(stored) : caseOf(stored)
  const commandId = commandIdOf(decision, stored._id)
  const moment = momentFor(stored, now)
  const window = decision.effectiveAt > now ? decision.effectiveAt - now : undoWindow()
  const decided = decide(known, stepFor(known.state, decision.step), { now: moment, by: decision.by, commandId, seen, undoWindow: window, limit: decision.limit ?? null })
  if ('refusal' in decided) return refused(decision, stored, decided.refusal)
  const saved = await saveCase(stored, decided.events)
  if (!saved) return null
  const event = saved.events.find(e => e.command === commandId)
  if (!event) throw new Error(`case ${stored._id} does not have the event of ${commandId}`)
  return { ...resultOf(event, saved), ...namesFor(decision, stored) }
}

/** Taken back as of the tap, however many came before it: what people were told of already stays. */
async function undoOne(decision: JointDecision, stored: CaseDocument): Promise<TogetherResult | null> {
  const last = stored.events.at(-1)
  const own = stored.events.find(e => e.command === commandIdOf(decision, stored._id))
  if (!own || last?.command === undoIdOf(decision, stored._id)) return { caseId: stored._id, outcome: 'undone', amount: 0, why: null, ...namesFor(decision, stored) }
  const now = momentFor(stored, decision.undoneAt ?? decision.at)
  const decided = decide(caseOf(stored), { type: 'undo' } satisfies CaseCommand, { now, by: decision.by, commandId: undoIdOf(decision, stored._id), seen: stored.version, undoWindow: undoWindow() })
  if ('refusal' in decided) return refused(decision, stored, decided.refusal)
  const saved = await saveCase(stored, decided.events)
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

export function togetherView(d: JointDecision & { busy: boolean }, now: number): TogetherView {
  const firsts = new Map<string, TogetherResult>()
  for (const r of [...d.undone, ...d.results]) if (!firsts.has(r.caseId)) firsts.set(r.caseId, r)
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
