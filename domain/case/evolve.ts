import type { Case, CaseState } from './case'
import { effectiveAtOf } from './effect'
import type { CaseEvent } from './events'

/** The case after one more event. Pure; the first event of a case is always `Filed`. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'Filed') return filed(event)
  if (state === null) throw new Error(`a case begins with Filed, not with ${event.type}`)
  if (event.type === 'DecisionUndone') return undone(state, event)
  // Whoever acts before a decision took effect acts on what they see, the case without it: it falls.
  const from = state.pending && event.at < state.pending.until ? state.pending.before : state
  const until = effectiveAtOf(event)
  return { ...from, toTell: toTell(from, event, until), ...change(from, event, until), updatedAt: event.at, pending: until > event.at ? { by: event.by, until, before: { ...from, pending: null } } : null }
}

/** Decisions, what was done and promised: the resident should know of them. Told by hand, or answered by the resident, they do. */
const NEWS: readonly CaseEvent['type'][] = ['Settled', 'Rejected', 'Offered', 'SupplierGranted', 'RefundPaid', 'Promised', 'OfferAgreed', 'OfferDeclined', 'EvidenceAsked']

function toTell(from: CaseState, event: CaseEvent, at: number): number | null {
  const before = from.toTell ?? null
  if (event.type === 'Told') return null
  // Whoever takes a case over is told of it as it stands.
  if (event.type === 'TakenOver') return before === null ? null : at
  if (event.by.party === 'resident') return null
  return NEWS.includes(event.type) ? at : before
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

function filed(e: Extract<CaseEvent, { type: 'Filed' }>): CaseState {
  return {
    id: e.caseId, communityId: e.communityId, groupBuyId: e.groupBuyId, residentId: e.channel === undefined ? e.by.personId : e.residentId ?? null, channel: e.channel ?? null,
    supplierId: e.supplierId, recoverAt: e.recoverAt ?? 'retail',
    ...(e.recoverFrom ? { recoverFrom: e.recoverFrom } : {}), ...(e.hiddenFrom ? { hiddenFrom: e.hiddenFrom } : {}), ...(e.logistics ? { logistics: e.logistics } : {}), ...(e.about ? { about: e.about } : {}),
    line: e.line, class: e.class, reason: e.reason, claim: e.claim, wish: e.wish, late: e.late,
    evidence: [
      { photos: e.photos, voices: e.voices ?? [], words: e.words, by: e.by.party, at: e.at },
      ...(e.proven ? [{ photos: e.proven.photos, words: '到货时清点', by: 'leader' as const, at: e.proven.at }] : []),
    ],
    provenBearer: e.proven?.bearer ?? null,
    decision: 'review', decisionSince: e.at, promise: e.promisedUntil === undefined ? null : { until: e.promisedUntil, at: e.at }, offer: null, rejection: null,
    money: 'none', moneySince: null, amount: 0, payment: null,
    recovery: 'none', recoverySince: null, claimedFromSupplier: 0, dispute: null, supplierSaid: null,
    filedAt: e.at, updatedAt: e.at, toTell: e.by.party === 'resident' ? null : e.at, pending: null,
  }
}

/** `at`: when the event takes effect; what others wait for runs from there. */
function change(state: CaseState, e: Exclude<CaseEvent, { type: 'Filed' | 'DecisionUndone' }>, at: number): Partial<CaseState> {
  switch (e.type) {
    case 'Settled':
      return agreed(at, e.amount, e.recovery)
    case 'OfferAgreed':
      return state.offer?.by === 'supplier' ? alreadyAdmitted(agreed(at, e.amount, e.recovery)) : agreed(at, e.amount, e.recovery)
    case 'SupplierGranted':
      return alreadyAdmitted(agreed(at, e.amount, e.recovery))
    case 'Forwarded':
      return { decision: 'withSupplier', decisionSince: at, supplierSaid: null }
    case 'EvidenceAsked':
      return { decision: 'evidence', decisionSince: at, evidenceAsked: { by: e.by.party === 'supplier' ? 'supplier' : 'leader', from: state.decision === 'withSupplier' ? 'withSupplier' : 'review', missing: e.missing, words: e.words, at }, evidenceRounds: (state.evidenceRounds ?? 0) + 1 }
    case 'EvidenceAdded':
      return {
        evidence: [...state.evidence, { photos: e.photos, voices: e.voices, words: e.words, by: e.by.party, at }],
        // Back to where it was asked for; added unasked, nothing else changes.
        ...(state.decision === 'evidence' ? { decision: state.evidenceAsked?.from ?? 'review', decisionSince: at, evidenceAsked: null, promise: stillAhead(state.promise, at) } : {}),
      }
    case 'Rejected':
      return { decision: 'rejected', decisionSince: at, rejection: { criterion: e.criterion, words: e.words, review: e.review, at } }
    case 'Offered':
      return { decision: 'offered', decisionSince: at, offer: { by: e.by.party, at, options: e.options, words: e.words } }
    case 'OfferDeclined':
      return { decision: 'review', decisionSince: at, promise: null }
    case 'SupplierDisputed':
      return { decision: 'review', decisionSince: at, promise: null, supplierSaid: { reason: e.reason, words: e.words, photos: e.photos, at } }
    case 'RecoveryAdmitted':
      return { recovery: 'admitted', recoverySince: at }
    case 'RecoveryDisputed':
      return { recovery: 'disputed', recoverySince: at, dispute: { reason: e.reason, words: e.words, photos: e.photos, at } }
    case 'RefundPaid':
      return { money: 'paid', moneySince: at, payment: { channel: e.channel, reference: e.reference, proof: e.proof, at } }
    case 'Withdrawn':
      return { decision: 'withdrawn', decisionSince: at }
    case 'Told':
      return {}
    case 'TakenOver':
      return { residentId: e.residentId }
    case 'Promised':
      return { promise: { until: e.until, at } }
    default:
      return never(e, state)
  }
}

/** A promise outlasts a question, as long as its time has not passed meanwhile. */
function stillAhead(promise: CaseState['promise'], at: number): NonNullable<CaseState['promise']> | null {
  return promise && promise.until > at ? promise : null
}

/** Who granted or proposed it before it was paid has admitted: nothing is left to claim from them. */
function alreadyAdmitted(change: Partial<CaseState>): Partial<CaseState> {
  return change.recovery === 'claimed' ? { ...change, recovery: 'admitted' } : change
}

function agreed(at: number, amount: number, recovery: number): Partial<CaseState> {
  return {
    decision: 'agreed', decisionSince: at, amount,
    money: amount > 0 ? 'due' : 'none', moneySince: amount > 0 ? at : null,
    recovery: recovery > 0 ? 'claimed' : 'none', recoverySince: recovery > 0 ? at : null, claimedFromSupplier: recovery,
  }
}

function never(event: never, state: CaseState): never {
  throw new Error(`case ${state.id}: unknown event ${JSON.stringify(event)}`)
}
