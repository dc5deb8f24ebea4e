import type { AgreedTo, Case, CaseState, Party } from './case'
import { effectiveAtOf } from './effect'
import type { CaseEvent } from './events'
import { goodsAreBusy, goodsState, sendsAfterwards, type Goods } from './goods'
import { totalDue } from './liability'
import { wishAfterDeclined } from './consent'
import { goodsOf, type Remedy } from './remedy'
import { disowned, saidForAfter } from './saidFor'
import { cameByItself } from './told'
import { offerOnceKnown, withoutCopy } from './knows'
import { filmed } from './video'

/** The case after one more event. Pure; the first event of a case is always `Filed`. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'Filed') return marked(filed(event))
  if (state === null) throw new Error(`a case begins with Filed, not with ${event.type}`)
  if (event.type === 'DecisionUndone') return undone(state, event)
  // Whoever acts before a decision took effect acts on what they see, the case without it: it falls.
  const seen = state.pending && event.at < state.pending.until ? state.pending.before : state
  const from = event.type === 'AnswerDisowned' ? disowned(seen, event.at) : event.type === 'NotTold' ? withoutCopy(seen, event.copy) : seen
  const until = effectiveAtOf(event)
  // Whoever acts is there.
  const somebody = from.nobodyThere != null && (event.by.party === 'leader' || event.by.party === 'operator') ? { nobodyThere: null } : {}
  const untold = toTell(from, event, until)
  const knows = (from.toTell != null || event.type === 'Told' || isTheirs(from, event)) && untold === null
  const after: CaseState = { ...from, ...somebody, toTell: untold, ...(knows ? toldBy(from, event, until) : {}), ...saidForAfter(from, event), ...change(from, event, until), updatedAt: movesNothing(event) ? from.updatedAt : event.at, pending: until > event.at ? { by: event.by, until, before: { ...from, pending: null } } : null }
  return marked(after)
}

/** Once it needed somebody besides the leader, or goods to move, it stays such a case. */
function marked(c: CaseState): CaseState {
  return c.complex || !(BESIDES_LEADER.includes(c.decision) || goodsAreBusy(c)) ? c : { ...c, complex: true }
}

const BESIDES_LEADER: readonly CaseState['decision'][] = ['withSupplier', 'withOperator', 'offered', 'countered', 'appealed']

/** Nobody sees that anything happened to it. */
function movesNothing(event: CaseEvent): boolean {
  return event.type === 'Reminded' || event.type === 'NotTold' || cameByItself(event)
}

/** Decisions, what was done and promised: the resident should know of them. Told by hand, or answered by the resident, they do. */
const NEWS: readonly CaseEvent['type'][] = ['Settled', 'Rejected', 'Offered', 'SupplierGranted', 'RefundPaid', 'Promised', 'OfferAgreed', 'OfferDeclined', 'EvidenceAsked',
  'AppealUpheld', 'AppealDismissed', 'Referred', 'Reassigned', 'InvestigationStarted', 'InvestigationEnded', 'Planned', 'ReturnForwarded', 'ReturnReceived', 'ReturnPassed', 'ReturnFailed', 'GivenBack', 'ReplacementSent', 'RefundStarted', 'RefundFailed', 'Lapsed', 'SupplierMissed']

function toTell(from: CaseState, event: CaseEvent, at: number): number | null {
  const before = from.toTell ?? null
  if (event.type === 'Told') return null
  // Whoever takes a case over is told of it as it stands.
  if (event.type === 'TakenOver') return before === null ? null : at
  if (isTheirs(from, event)) return null
  return NEWS.includes(event.type) || (event.type === 'Escalated' && event.takes) || (event.type === 'Noted' && !event.internal) ? at : before
}

/** They know of it from now on. What only WeChat's copy told them can turn out not to have arrived: what was so before is kept beside it. */
function toldBy(from: CaseState, event: CaseEvent, at: number): Pick<CaseState, 'told' | 'offer'> {
  const offer = offerOnceKnown(from, at)
  const byCopy = event.type === 'Told' && event.copy !== undefined
    ? { byCopy: { notice: event.copy, toTell: from.toTell ?? at, ...(from.offer && offer !== from.offer ? { ends: from.offer.options.map(o => o.until ?? null) } : {}) } } : {}
  return { told: [...from.told ?? [], { upTo: at, at, ...byCopy }], offer }
}

/** What somebody did on their own case they know of: a leader who buys as well. */
function isTheirs({ residentId }: CaseState, { by }: CaseEvent): boolean {
  return by.party === 'resident' || by.personId === residentId
}

/** Exactly the case before the decision: nobody can tell that there was one. */
function undone(state: CaseState, event: CaseEvent): CaseState {
  if (!state.pending || event.at >= state.pending.until) throw new Error(`case ${state.id}: nothing to undo`)
  return state.pending.before
}

/** Replays a history. Throws on an empty one. */
export function replay(events: readonly CaseEvent[]): Case {
  let state: CaseState | null = null
  for (const event of events) state = evolve(state, event)
  if (state === null) throw new Error('a case has at least one event')
  return { state, events: [...events], version: events.length }
}

/** Asked before anybody decided, a supplier answers to the leader, whose rule it was. */
const FIRST = { leader: 'review', operator: 'withOperator', supplier: 'withSupplier' } as const

function filed(e: Extract<CaseEvent, { type: 'Filed' }>): CaseState {
  return {
    id: e.caseId, communityId: e.communityId, groupBuyId: e.groupBuyId, residentId: e.channel === undefined ? e.by.personId : e.residentId ?? null, channel: e.channel ?? null,
    supplierId: e.supplierId, recoverAt: e.recoverAt ?? 'retail', ...(e.silenceAdmits ? { silenceAdmits: true } : {}),
    ...(e.follows ? { follows: e.follows } : {}), ...(e.recoverFrom ? { recoverFrom: e.recoverFrom } : {}), ...hidden(e), ...(e.beside ? { beside: e.by.personId } : {}), ...(e.logistics ? { logistics: e.logistics } : {}), ...(e.about ? { about: e.about } : {}),
    line: e.line, class: e.class, reason: e.reason, claim: e.claim, wish: e.wish, late: e.late,
    evidence: [
      { photos: e.photos, voices: e.voices ?? [], ...filmed(e.videos), words: e.words, by: e.by.party, at: e.at },
      ...(e.proven ? [{ photos: e.proven.photos, words: '到货时清点', by: 'leader' as const, at: e.proven.at }] : []),
    ],
    provenBearer: e.proven?.bearer ?? null, desk: e.desk ?? false,
    decision: FIRST[e.heldBy ?? 'leader'], ...(e.heldBy === 'supplier' ? { askedBy: 'review' as const } : {}), decisionSince: e.at, promise: e.promisedUntil === undefined ? null : { until: e.promisedUntil, at: e.at }, offer: null, rejection: null,
    money: 'none', moneySince: null, amount: 0, payment: null,
    recovery: 'none', recoverySince: null, claimedFromSupplier: 0, dispute: null, supplierSaid: null,
    filedAt: e.at, updatedAt: e.at, toTell: e.by.party === 'resident' ? null : e.at, pending: null,
  }
}

/** Whom it is hidden from, and who then does what follows from it. */
function hidden({ hiddenFrom, heldBy, about, communityId }: Extract<CaseEvent, { type: 'Filed' }>): Pick<CaseState, 'hiddenFrom' | 'hiddenIn' | 'handledBy'> {
  if (!hiddenFrom) return {}
  const handledBy = heldBy === 'operator' ? 'operator' : 'leader'
  return { hiddenFrom, handledBy, ...(about === 'leader' && handledBy === 'operator' ? { hiddenIn: communityId } : {}) }
}

/** Once the desk has what names the leader, nobody of the leader's side is needed, and each of them could tell. */
function handledBy(state: CaseState, to: 'leader' | 'operator'): Partial<CaseState> {
  if (!state.hiddenFrom) return {}
  return { handledBy: to, ...(state.about === 'leader' && to === 'operator' ? { hiddenIn: state.communityId } : {}) }
}

/** `at`: when the event takes effect; what others wait for runs from there. */
function change(state: CaseState, e: Exclude<CaseEvent, { type: 'Filed' | 'DecisionUndone' }>, at: number): Partial<CaseState> {
  switch (e.type) {
    case 'Settled': case 'AppealUpheld':
      return { ...agreed(state, e, at), ...(e.type === 'AppealUpheld' ? { appealDecision: { uphold: true, words: e.words, at } } : {}) }
    case 'OfferAgreed':
      return state.offer?.by === 'supplier' ? bySupplier(agreed(state, e, at)) : agreed(state, e, at)
    case 'SupplierGranted':
      return bySupplier(agreed(state, e, at))
    case 'Forwarded':
      return { decision: 'withSupplier', decisionSince: at, supplierSaid: null, askedBy: askedFrom(state, e) }
    case 'EvidenceAsked':
      return { decision: 'evidence', decisionSince: at, evidenceAsked: { by: e.by.party === 'supplier' || e.by.party === 'operator' ? e.by.party : 'leader', from: state.decision === 'withSupplier' || state.decision === 'withOperator' ? state.decision : 'review', missing: e.missing, words: e.words, at }, evidenceRounds: (state.evidenceRounds ?? 0) + 1 }
    case 'EvidenceAdded':
      return {
        evidence: [...state.evidence, { photos: e.photos, voices: e.voices, ...filmed(e.videos), words: e.words, by: e.by.party, at }],
        // Back to where it was asked for; added unasked, nothing else changes.
        ...(state.decision === 'evidence' ? { decision: state.evidenceAsked?.from ?? 'review', decisionSince: at, evidenceAsked: null, promise: stillAhead(state.promise, at) } : {}),
      }
    case 'Rejected':
      return { decision: 'rejected', decisionSince: at, rejection: { criterion: e.criterion, ...(e.criterionWords === undefined ? {} : { criterionWords: e.criterionWords }), words: e.words, review: e.review, at, by: e.by }, appeal: null, appealDecision: null, appealFrom: null, evidenceAsked: null, investigation: null }
    case 'Offered':
      return { decision: 'offered', decisionSince: at, offer: { by: e.by.party, at, options: e.options, words: e.words }, askedBy: askedFrom(state, e), evidenceAsked: null, investigation: null }
    case 'OfferDeclined':
      return { ...back(state, at), ...wishAfterDeclined(state) }
    case 'SupplierDisputed':
      return { ...back(state, at), supplierSaid: { reason: e.reason, words: e.words, photos: e.photos, at } }
    case 'Countered': {
      const counter = { refund: e.refund, words: e.words, at }
      const counterRounds = (state.counterRounds ?? 0) + 1
      const decision = e.to === state.offer?.by ? 'countered' : e.to === 'operator' ? 'withOperator' : 'review'
      return { decision, decisionSince: at, promise: null, counter, counterRounds, ...(state.wishDeclined == null ? {} : { wishDeclined: null }), ...(e.to === 'operator' ? handledBy(state, 'operator') : {}) }
    }
    case 'Appealed':
      return {
        decision: 'appealed', decisionSince: at, appeal: { grounds: e.grounds, photos: e.photos, at, ...(e.channel ? { channel: e.channel } : {}), ...(e.by.party === 'resident' ? {} : { by: e.by.personId }) },
        // A picture of a chat shows who somebody is: it is for who decides, and no evidence about the goods.
        ...(e.channel ? {} : { evidence: [...state.evidence, { photos: e.photos, words: e.grounds, by: e.by.party, at }] }),
      }
    case 'AppealDismissed':
      return { decision: 'dismissed', decisionSince: at, investigation: null, appealDecision: { uphold: false, words: e.words, at } }
    case 'ClaimExtended':
      return { claim: e.claim, wish: e.wish, counter: null, ...(state.wishDeclined == null ? {} : { wishDeclined: null }), evidence: [...state.evidence, { photos: e.photos, words: e.words, by: e.by.party, at }] }
    case 'Referred':
      return { decision: 'withOperator', decisionSince: at, promise: null, ...handledBy(state, 'operator') }
    case 'Reassigned':
      // Whoever is gone had goods to send, or to look at.
      if (e.from === 'supplier' && goodsAreBusy(state)) return { goods: { ...goodsOfCase(state), by: 'leader', to: 'leader', state: goodsState(state) === 'received' ? 'returning' : goodsState(state), since: at } }
      if (e.appealEnded) return { decision: 'rejected', decisionSince: at, appeal: null, appealFrom: at, investigation: null }
      return reassigned(state, e, at)
    case 'InvestigationStarted':
      return { investigation: { words: e.words, until: e.until, at }, investigations: (state.investigations ?? 0) + 1, ...(state.decision === 'appealed' && state.appeal ? { appeal: { ...state.appeal, investigated: (state.appeal.investigated ?? 0) + 1 } } : {}) }
    case 'InvestigationEnded':
      return { investigation: null, decisionSince: at }
    case 'Planned':
      return { plan: { steps: e.steps, at }, plans: (state.plans ?? 0) + 1 }
    case 'Noted':
      return e.by.party === 'system' ? {} : { notes: noted(state, e.internal) }
    case 'Expedited':
      return { expeditedAt: at }
    case 'ReturnSent':
      return { goods: { ...goodsOfCase(state), state: 'returning', since: at, way: e.way, waybill: e.waybill } }
    case 'ReturnCalledOff':
      return putAside(state, at)
    case 'ReturnForwarded': {
      const goods = goodsOfCase(state)
      // What lay with the leader sets out anew, and by what it came is the household's alone.
      return { goods: { ...goods, to: 'supplier', since: at, ...(goods.state === 'received' ? { state: 'returning' as const, way: null, waybill: '' } : {}) } }
    }
    case 'ReturnReceived':
      return { goods: { ...goodsOfCase(state), state: 'received', since: at } }
    case 'ReturnPassed': {
      const due = sendsAfterwards(state.remedy)
      // Split before it was looked at, which was once possible: then that is what is claimed.
      return { goods: { ...goodsOfCase(state), state: due ? 'replacementDue' : 'passed', since: at }, ...moneyOf(state, at), ...(state.liability ? {} : { ...claimed(e.recovery, at), ...(e.admitted && e.recovery > 0 ? { recovery: 'admitted' as const } : {}) }) }
    }
    case 'ReturnFailed':
      // Nothing is owed any more until somebody decides anew.
      return {
        goods: { ...goodsOfCase(state), state: 'failed', since: at }, decision: 'review', decisionSince: at, promise: null, amount: 0, freight: 0, compensation: 0, remedy: null,
        money: 'none', moneySince: null, ...claimed(0, at), dispute: null, liability: null,
      }
    case 'GivenBack': {
      const { then, ...goods } = goodsOfCase(state)
      return { goods: { ...goods, since: at, ...(then && state.decision === 'agreed' ? { state: then, way: null, waybill: '' } : { state: 'returnedToResident' as const, way: e.way, waybill: e.waybill }) } }
    }
    case 'ReplacementSent':
      return { goods: { ...goodsOfCase(state), state: 'replacementSent', since: at, way: e.way, waybill: e.waybill } }
    case 'ReplacementReceived':
      return { goods: { ...goodsOfCase(state), state: 'replacementReceived', since: at } }
    case 'RefundStarted':
      return { money: 'paying' }
    case 'RefundFailed':
      return { money: 'failed', moneySince: at, refundTrouble: { words: e.words, at } }
    case 'RefundConfirmed':
      return { money: 'confirmed', moneySince: at }
    case 'LiabilitySplit':
      return split(state, e, at)
    case 'Lapsed':
      return state.decision === 'agreed' ? putAside(state, at) : { decision: 'lapsed', decisionSince: at, lapsedFrom: state.decision, investigation: null }
    case 'Reopened':
      if (state.lapsedFrom === 'agreed') return takenUp(state, e.amount, at)
      return { decision: state.lapsedFrom ?? 'review', decisionSince: at, lapsedFrom: null }
    case 'Closed':
      return { closedAt: at }
    case 'Rated':
      return { rating: { speed: e.speed, result: e.result, attitude: e.attitude, words: e.words } }
    case 'RecoveryAdmitted':
      return { recovery: 'admitted', recoverySince: at }
    case 'RecoveryDisputed':
      return { recovery: 'disputed', recoverySince: at, ...(e.by.party === 'supplier' ? { disputes: (state.disputes ?? 0) + 1 } : {}), dispute: { reason: e.reason, words: e.words, photos: e.photos, at } }
    case 'RefundPaid':
      return { money: 'paid', moneySince: at, payment: { channel: e.channel, reference: e.reference, proof: e.proof, at }, refundTrouble: null }
    case 'Withdrawn':
      return { decision: 'withdrawn', decisionSince: at, investigation: null }
    case 'Told': case 'NotTold': case 'Reminded': case 'AnswerDisowned':
      return {}
    case 'Escalated':
      return e.takes ? { decision: 'withOperator', decisionSince: at, promise: null, ...handledBy(state, 'operator') } : {}
    case 'SupplierMissed':
      return back(state, at)
    case 'TakenOver':
      return { residentId: e.residentId }
    case 'Promised':
      return { promise: { until: e.until, at } }
    default:
      return never(e, state)
  }
}

function reassigned(state: CaseState, { to, by, desk }: Extract<CaseEvent, { type: 'Reassigned' }>, at: number): Partial<CaseState> {
  const known = desk === undefined ? {} : { desk }
  if (to === 'nobody') return { ...known, nobodyThere: at }
  const since = state.nobodyThere == null ? {} : { nobodyThere: null }
  // What was decided stays decided: the system gives on who carries it out.
  if (by.party === 'system' && ['agreed', 'rejected', 'dismissed', 'withdrawn', 'appealed'].includes(state.decision)) return { ...known, ...since, ...handledBy(state, to) }
  return { ...known, ...since, ...handledBy(state, to), decision: to === 'operator' ? 'withOperator' : 'review', decisionSince: at, promise: null, evidenceAsked: null, ...(to === 'leader' ? { investigation: null } : {}) }
}

/** A promise outlasts a question, as long as its time has not passed meanwhile. */
function stillAhead(promise: CaseState['promise'], at: number): NonNullable<CaseState['promise']> | null {
  return promise && promise.until > at ? promise : null
}

/** Back to whoever asked or offered. */
function back(state: CaseState, at: number): Partial<CaseState> {
  return { decision: state.askedBy ?? 'review', decisionSince: at, promise: null }
}

/** Where an answer goes back to: to the desk, where it asks or holds the case. */
function askedFrom(state: CaseState, { by }: CaseEvent): 'review' | 'withOperator' {
  if (by.party === 'supplier') return state.askedBy ?? 'review'
  return by.party === 'operator' || state.decision === 'withOperator' ? 'withOperator' : 'review'
}

/** Who granted or proposed it before it was paid has admitted: nothing is left to claim from them. What has to be sent, they send. */
function bySupplier(change: Partial<CaseState>): Partial<CaseState> {
  return { ...change, ...(change.recovery === 'claimed' ? { recovery: 'admitted' as const } : {}), ...(change.goods ? { goods: { ...change.goods, by: 'supplier' as const } } : {}) }
}

interface AgreedEvent { by: { party: Party }; option?: number; amount: number; recovery: number; remedy?: Remedy | null; freight?: number; compensation?: number; returnFirst?: boolean; kept?: boolean }

/** Who offered what was agreed to, or granted what was asked for; what takes effect by itself is as if whoever it lay with had said it. */
function agreedTo({ offer }: CaseState, e: AgreedEvent): AgreedTo {
  if (e.option !== undefined && offer) return { by: sideOf(offer.by), words: (offer.options[e.option]?.words ?? '').trim() }
  return { by: sideOf(e.by.party), words: '' }
}

function sideOf(party: Party): AgreedTo['by'] {
  return party === 'supplier' || party === 'operator' ? party : 'leader'
}

function agreed(state: CaseState, e: AgreedEvent, at: number): Partial<CaseState> {
  const { amount, recovery, remedy = amount > 0 ? 'refund' : null, freight = 0, compensation = 0, returnFirst = false, kept = true } = e
  const owed = { amount, freight, compensation, remedy }
  // What came back already and failed is not brought a second time: who agrees now takes it as it is.
  const here = goodsState(state) === 'failed'
  const travel = goodsOf(remedy, returnFirst)
  const goods: Goods | null = here && !kept ? { ...goodsOfCase(state), since: at, ...(travel === 'out' ? { by: 'leader', then: 'replacementDue' } : {}) } : travel === null ? (here ? { ...goodsOfCase(state), state: 'passed', since: at } : null)
    : { state: travel === 'back' && !here ? 'awaitingReturn' : travel === 'back' && !sendsAfterwards(remedy) ? 'passed' : 'replacementDue', since: at, by: 'leader', way: null, waybill: '' }
  return {
    decision: 'agreed', decisionSince: at, ...owed, agreedTo: agreedTo(state, e), goods, investigation: null, lapsedFrom: null, putAside: null, evidenceAsked: null,
    // Nothing is paid, nor claimed back, for what has to come back first.
    ...(goods?.state === 'awaitingReturn' ? { money: 'none' as const, moneySince: null, ...claimed(0, at) } : { ...moneyOf(owed, at), ...claimed(recovery, at) }),
  }
}

/** Nothing of what was agreed is owed while the goods are not brought; all of it comes back with them. */
function putAside(state: CaseState, at: number): Partial<CaseState> {
  const { amount, freight = 0, compensation = 0, remedy = null } = state
  return {
    decision: 'lapsed', decisionSince: at, lapsedFrom: 'agreed', putAside: { amount, freight, compensation, remedy, goods: { ...goodsOfCase(state), state: 'awaitingReturn', way: null, waybill: '' } },
    amount: 0, freight: 0, compensation: 0, remedy: null, goods: null,
  }
}

/** As it was agreed, where there is still so much; else whoever decides looks at it anew. */
function takenUp({ putAside: aside }: CaseState, amount: number | undefined, at: number): Partial<CaseState> {
  const since = { decisionSince: at, lapsedFrom: null, putAside: null }
  return aside && amount !== undefined ? { ...since, ...aside, decision: 'agreed', goods: { ...aside.goods, since: at } } : { ...since, decision: 'review', promise: null }
}

function noted({ notes = { forAll: 0, internal: 0 } }: CaseState, internal: boolean): NonNullable<CaseState['notes']> {
  return internal ? { ...notes, internal: notes.internal + 1 } : { ...notes, forAll: notes.forAll + 1 }
}

function claimed(recovery: number, at: number): Pick<CaseState, 'recovery' | 'recoverySince' | 'claimedFromSupplier'> {
  return { recovery: recovery > 0 ? 'claimed' : 'none', recoverySince: recovery > 0 ? at : null, claimedFromSupplier: recovery }
}

function moneyOf(c: Pick<CaseState, 'amount' | 'freight' | 'compensation'>, at: number): Partial<CaseState> {
  return totalDue(c) > 0 ? { money: 'due', moneySince: at } : { money: 'none', moneySince: null }
}

function goodsOfCase(state: CaseState): Goods {
  return state.goods ?? { state: 'none', since: state.updatedAt, by: 'leader', way: null, waybill: '' }
}

/** Claimed anew at what it is now; what was admitted, or settled by who heard both, stays so. */
function split(state: CaseState, { shares, final, against }: Extract<CaseEvent, { type: 'LiabilitySplit' }>, at: number): Partial<CaseState> {
  const fromCarrier = shares.supplier === 0 && shares.carrier > 0
  const fen = fromCarrier ? shares.carrier : shares.supplier
  const was = state.recovery
  const recovery = final || (fen === 0 && was !== 'none') ? 'settled' : fen === 0 ? 'none' : was === 'admitted' && fen <= state.claimedFromSupplier ? 'admitted' : 'claimed'
  return { liability: shares, ...(against ? { standsAgainst: true } : {}), claimedFromSupplier: fen, recovery, recoverySince: at, ...(fen > 0 ? { recoverFrom: fromCarrier ? 'carrier' as const : 'supplier' as const } : {}) }
}

function never(event: never, state: CaseState): never {
  throw new Error(`case ${state.id}: unknown event ${JSON.stringify(event)}`)
}
