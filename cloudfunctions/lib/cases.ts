import type { Case, CaseState, Party } from '../../domain/case/case'
import type { CaseEvent } from '../../domain/case/events'
import { canMoveUntil } from '../../domain/case/close'
import { cameBack, isComplaint } from '../../domain/case/complaint'
import { pendingAt } from '../../domain/case/effect'
import { evolve } from '../../domain/case/evolve'
import { CLASS_CODES, CLASSES } from '../../domain/case/reasons'
import { holderOf, isOpen, lineKey, openKeyOf } from '../../domain/case/stage'
import { nextLook } from '../../domain/clock/agenda'
import { firstOfEach, firstToBreak, outcomesOf, type Outcome } from '../../domain/clock/attainment'
import { listedAt } from '../../domain/clock/deadlines'
import { USUAL_CLOCKS, type Clocks } from '../../domain/clock/due'
import { besideDecision, NOTHING_BESIDE, type BesideDecision } from '../../domain/clock/listOrder'
import { waitedFor } from '../../domain/clock/promisedNow'
import type { ClockName } from '../../domain/clock/rules'
import { promisesOf, type Deadline } from '../../domain/clock/standing'
import { _, db, findById, insertOnce, MOST_DOCUMENTS, updateOne } from './database'

/** A case as it is stored: its history, the state the history makes, and what lists look for. */
export interface CaseDocument {
  _id: string
  communityId: string
  groupBuyId: string
  orderId: string
  lineKey: string
  /** Null where the leader filed for a household that nobody belongs to here yet. */
  residentId: string | null
  supplierId: string | null
  /** Product of a group-buy while the leader has to decide, or the case alone where no batch can have it; else null. What is alike is found by it. */
  batchKey?: string | null
  /** Unique: at most one case per order line that can still move. */
  openKey: string
  holder: Party | 'nobody'
  open: boolean
  /**
   * Until when whoever the case waits for has to do the next thing, a word or the decision; by it lists are sorted. On cases stored before there was `wordDueAt`
   * the decision alone. Null where nothing runs or it stands still. ms
   */
  holderDueAt: number | null
  /** What a card says beside the decision: see `BesideDecision`. Missing on cases stored before. */
  word?: ClockName | null
  wordDueAt?: number | null
  wholeDueAt?: number | null
  supplierDueAt: number | null
  /** When the clock has to look at it next; null where it need not. Missing on cases stored before. */
  clockDueAt?: number | null
  /** What breaks first of all that was promised, or broke first and is not mended: when, what, and who has to act. Null where nothing of it runs; missing on cases stored before. ms */
  breaksAt?: number | null
  breaks?: ClockName | null
  breaksBy?: Party | null
  /** When the first of what each of those who decide has to keep breaks; what stands still is not in it. Missing on cases stored before. ms */
  breaksOf?: { leader: number | null; operator: number | null }
  /** What became of its promises that ended. Worked out anew at each write, so that counting them counts none twice. See docs/decisions/0032. */
  outcomes?: Outcome[]
  /** The last moment at which anything can bring it back; the clock closes it after that. Null where that is not known, or it is closed. Missing on cases stored before. */
  movesUntil?: number | null
  /** What a board counts. Missing on cases stored before. */
  complaint?: boolean
  cameBack?: boolean
  /** When the newest decision takes effect; null where nothing was to wait for. Missing on cases stored before there was such a time. */
  effectiveAt?: number | null
  /** The newest decision can still fall: nobody was told of it. Turned off, once, by whoever makes it count: see `takeEffect`. */
  recallable?: boolean
  /** It waits for the leader's side or a desk, and not everybody there may act on it: see `giveOn`. Missing on old cases. */
  fewMayAct?: boolean
  /** Set while an event has notices that are owed and not written yet; the courier clears it. */
  noticesDueAt: number | null
  /** Events up to this number have their notices. */
  noticed: number
  /** Since when there is something the resident should know and was not told by hand; null when there is nothing. Missing on old cases. */
  toTell?: number | null
  filedAt: number
  updatedAt: number
  /** How often another case of the order took what was reserved for a decision on this one that did not come. Missing: never. See docs/decisions/0015. */
  outbid?: number
  version: number
  state: CaseState
  events: CaseEvent[]
}

/** @returns null when there is no such case */
export async function loadCase(id: string): Promise<CaseDocument | null> {
  return findById<CaseDocument>('cases', id)
}

export function caseOf(document: CaseDocument): Case {
  return { state: document.state, events: document.events, version: document.version }
}

/** Writes a new case. @returns false when its id or its line is taken: nothing is written then. */
export async function insertCase(filed: CaseEvent, clocks: Clocks): Promise<CaseDocument | null> {
  const state = evolve(null, filed)
  const document: CaseDocument = {
    _id: state.id, communityId: state.communityId, groupBuyId: state.groupBuyId,
    orderId: state.line.orderId, lineKey: lineKey(state.line.orderId, state.line.lineId), filedAt: state.filedAt,
    ...soughtBy({ state, events: [filed], version: 1 }, filed.at, { clocks }), noticed: 0, noticesDueAt: filed.at, version: 1, state, events: [filed],
  }
  return (await insertOnce('cases', document)) ? document : null
}

/**
 * Appends events to a case: one request, guarded by the version that the decision was made against.
 * @param around what is around the case now; null where that was not read: then the clock looks at it at once, and says until when
 * @param more what has to be as it was, too
 * @returns false when somebody was faster; nothing is written then.
 */
export async function saveCase(before: CaseDocument, events: CaseEvent[], around: KnownAround | null, more: { outbid?: number | null } = {}): Promise<CaseDocument | null> {
  if (!Number.isSafeInteger(before.version) || before.version < 1) throw new Error(`case ${before._id}: version ${before.version}`)
  const state = events.reduce<CaseState>((s, e) => evolve(s, e), before.state)
  const last = events.at(-1)
  if (!last) return before
  const sought = soughtBy({ state, events: [...before.events, ...events], version: before.version + events.length }, last.at, around)
  // What was due before stays due: a decision that waits does not hold up what came before it.
  const noticesDueAt = Math.min(before.noticesDueAt ?? Infinity, sought.effectiveAt ?? last.at)
  // Against a decision that is not in effect yet: only while nobody has been told of it.
  const falls = events[0] && pendingAt(before.state, events[0].at) ? { recallable: true } : {}
  // Replaced whole: a plain object would be merged and stale keys survive. `_.set` mutates what it is given.
  const saved = await updateOne('cases', { _id: before._id, version: before.version, ...falls, ...more }, {
    ...sought, state: _.set(structuredClone(state)), events: _.push(structuredClone(events)), version: _.inc(events.length), noticesDueAt,
  })
  return saved ? { ...before, ...sought, state, events: [...before.events, ...events], version: before.version + events.length, noticesDueAt } : null
}

/**
 * Makes the newest decision count for good, once its time is over and before anybody is told or anything is built on it. One guarded write:
 * either this or the step that lets the decision fall is done, however far two machines' clocks are apart.
 * @returns false when somebody was faster: then the case is to be looked at again
 */
export async function takeEffect(document: Pick<CaseDocument, '_id' | 'version' | 'state'>): Promise<boolean> {
  const { _id, version, state } = document
  return updateOne('cases', { _id, version, recallable: true }, { recallable: false, openKey: openKeyOf(state, Infinity) })
}

/** The moment to decide at: what somebody has been told of is in effect, even if this machine's clock is a little behind. */
export function momentFor(document: CaseDocument, now: number): number {
  const pending = pendingAt(document.state, now)
  return pending && !document.recallable ? pending.until : now
}

/** What queries look for, derived from the state at each write; with a pending decision it is how things stand once that is in effect. */
function soughtBy(c: Case, at: number, around: KnownAround | null) {
  const { state } = c
  const holder = holderOf(state)
  const pending = pendingAt(state, at)
  return {
    residentId: state.residentId,
    supplierId: state.supplierId,
    openKey: openKeyOf(state, at),
    batchKey: state.decision === 'review' ? waitsAs(state) : null,
    holder: holder ?? ('nobody' as const),
    open: isOpen(state),
    ...dueBy(c, at, around),
    movesUntil: canMoveUntil(state),
    complaint: isComplaint(state),
    cameBack: cameBack(c.events),
    updatedAt: state.updatedAt,
    toTell: state.toTell ?? null,
    effectiveAt: pending?.until ?? null,
    recallable: pending !== null,
    fewMayAct: (holder === 'leader' || holder === 'operator') && (state.hiddenFrom !== undefined || state.follows != null || state.nobodyThere != null),
  }
}

/** What says until when, beside the case itself: a case that is filed knows whether there is a desk. */
export type KnownAround = { clocks: Clocks } & Partial<Pick<CaseState, 'desk' | 'supplierGone'>>

/** Until when somebody has to act, when the clock has to look at it, and what became of its promises. */
export function dueBy({ events, version, state: known }: Case, at: number, around: KnownAround | null): Pick<CaseDocument, 'holderDueAt' | 'word' | 'wordDueAt' | 'wholeDueAt' | 'supplierDueAt' | 'clockDueAt' | 'breaksAt' | 'breaks' | 'breaksBy' | 'breaksOf' | 'outcomes'> {
  const state = { ...known, clocks: USUAL_CLOCKS, ...around }
  const holder = waitedFor(state)
  // What can still be taken back has not happened; until then nothing is due.
  const counts = Math.max(at, state.pending?.until ?? at)
  const promises = promisesOf({ state, events, version }, state.clocks, counts)
  const beside = holder ? besideDecision(promises, holder) : NOTHING_BESIDE
  const next = around && nextLook({ state, events, version }, around.clocks, counts)
  return {
    holderDueAt: holder && sooner(listedAt(state, holder), beside.wordDueAt),
    ...beside,
    supplierDueAt: listedAt(state, 'supplier'),
    clockDueAt: next === null ? (around ? null : counts) : counts > at ? Math.max(next, counts) : next,
    // Where it is not known what they are counted by, they stay as they were until the clock looks.
    ...(around && promised(promises)),
  }
}

function sooner(a: number | null, b: number | null): number | null {
  return a === null || b === null ? a ?? b : Math.min(a, b)
}

function promised(promises: readonly Deadline[]): Pick<CaseDocument, 'breaksAt' | 'breaks' | 'breaksBy' | 'breaksOf' | 'outcomes'> {
  const first = firstToBreak(promises)
  return { breaksAt: first?.dueAt ?? null, breaks: first?.clock ?? null, breaksBy: first?.party ?? null, breaksOf: firstOfEach(promises), outcomes: outcomesOf(promises) }
}

/** Who waits for the leader: with all others of the batch, where one batch can have it; else alone. */
function waitsAs({ id, class: caseClass, groupBuyId, line }: CaseState): string {
  return CLASSES[caseClass].ofBatch ? batchKeyOf(groupBuyId, line.productId) : `alone:${id}`
}

/** That one batch can have: what somebody said, or what came late, says nothing of the goods. For queries. */
export const OF_BATCH = { 'state.class': _.in(CLASS_CODES.filter(c => CLASSES[c].ofBatch)) }

/**
 * What a complaint about this person is, or about a side that they are on, they never see: not in a list, nor in a number. For queries.
 * @param sides communities where this person leads, helps or gathers, as far as the query looks there
 */
export function notHiddenFrom(personId: string, sides: readonly string[]): Record<string, unknown> {
  return { 'state.hiddenFrom': _.neq(personId), ...(sides.length > 0 ? { 'state.hiddenIn': _.nin([...sides]) } : {}) }
}

/** One product of one group-buy. */
export function batchKeyOf(groupBuyId: string, productId: string): string {
  return `${groupBuyId}:${productId}`
}

/** Lists need the state, not the history. */
export const CARD_FIELDS = { state: true, openKey: true, lineKey: true, version: true, recallable: true } as const

/** What lists by time left go by, and say. */
export const LIST_FIELDS = { ...CARD_FIELDS, holderDueAt: true, word: true, wordDueAt: true, wholeDueAt: true } as const

export type Listed = Pick<CaseDocument, 'state' | 'holderDueAt' | 'word' | 'wordDueAt' | 'wholeDueAt'>

export function besideOf({ word, wordDueAt, wholeDueAt }: Partial<Listed>): BesideDecision {
  return { word: word ?? null, wordDueAt: wordDueAt ?? null, wholeDueAt: wholeDueAt ?? null }
}

export type CaseOnOrder = Pick<CaseDocument, '_id' | 'state' | 'lineKey' | 'openKey' | 'version' | 'recallable'>

/** Cases on one order: what they took or will take counts against what is left. */
export async function casesOnOrder(orderId: string): Promise<CaseOnOrder[]> {
  const { data } = await db.collection('cases').where({ orderId }).field(CARD_FIELDS).limit(MOST_DOCUMENTS).get()
  // One more could hide what was paid already; filing stops long before (`MOST_CASES_ON_LINE`).
  if (data.length === MOST_DOCUMENTS) throw new Error(`order ${orderId} has ${MOST_DOCUMENTS} cases or more`)
  return data as CaseOnOrder[]
}
