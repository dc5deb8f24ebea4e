import type { CaseState, Party } from './case'
import type { CaseEvent } from './events'
import { goodsState } from './goods'

/** What somebody else can say for the resident. */
export type SaidEvent = 'OfferAgreed' | 'OfferDeclined' | 'ReplacementReceived' | 'Appealed'

/** An answer that somebody else put down for the resident, who may say that it was not theirs; see docs/decisions/0028. */
export interface SaidFor {
  what: SaidEvent
  by: Party
  at: number
  /** The case as it was before, without its evidence, which nobody takes back. */
  before: CaseState
}

const ANSWERS: readonly CaseEvent['type'][] = ['OfferAgreed', 'OfferDeclined', 'ReplacementReceived', 'Appealed']

/** What a resident does without standing by what was said for them. */
const BESIDE: readonly CaseEvent['type'][] = ['TakenOver', 'EvidenceAdded', 'Expedited', 'Rated']

/** What cannot be undone, or gives the resident all they asked for. */
const BUILT: readonly CaseEvent['type'][] = ['Settled', 'SupplierGranted', 'AppealUpheld', 'AppealDismissed', 'RefundPaid', 'ReplacementSent', 'ReturnReceived', 'Closed']

/** What stays open to be disowned after this event. The case before it is kept, since what was said may have moved money, goods and claims. */
export function saidForAfter(from: CaseState, event: CaseEvent): Pick<CaseState, 'saidFor'> {
  const { by, type, at } = event
  if ((by.party === 'leader' || by.party === 'operator') && isAnswer(type)) return { saidFor: { what: type, by: by.party, at, before: { ...from, pending: null, evidence: [] } } }
  if (!from.saidFor || type === 'AnswerDisowned') return {}
  const ends = BUILT.includes(type) || (type === 'OfferAgreed' && by.party === 'system') || (by.party === 'resident' && !BESIDE.includes(type)) || (type === 'Reassigned' && event.appealEnded === true)
  return ends ? { saidFor: null } : {}
}

function isAnswer(type: CaseEvent['type']): type is SaidEvent {
  return ANSWERS.includes(type)
}

/** Whether the resident can still say that it was not they who answered: nothing was paid or sent on it. */
export function canDisown(c: CaseState): boolean {
  switch (c.saidFor?.what) {
    case 'OfferAgreed': return (c.decision === 'agreed' || c.lapsedFrom === 'agreed') && ['none', 'due', 'failed'].includes(c.money) && c.payment === null && ['none', 'awaitingReturn', 'replacementDue', 'passed'].includes(goodsState(c))
    // Also where it was refused since: that was built on a no which was not theirs.
    case 'OfferDeclined': return ['review', 'evidence', 'withSupplier', 'withOperator', 'offered', 'rejected', 'lapsed'].includes(c.decision)
    case 'ReplacementReceived': return goodsState(c) === 'replacementReceived'
    case 'Appealed': return c.decision === 'appealed'
    case undefined: return false
  }
}

/** What happened to the case whatever was answered. */
const KEPT = ['line', 'residentId', 'evidence', 'notes', 'plan', 'plans', 'expeditedAt', 'rating', 'nobodyThere', 'desk', 'handledBy', 'hiddenFrom', 'hiddenIn'] as const satisfies readonly (keyof CaseState)[]

/** The case as if nobody had answered for the resident; what waits for them begins anew. */
export function disowned(state: CaseState, at: number): CaseState {
  if (!state.saidFor) throw new Error(`case ${state.id}: nothing was said for the resident`)
  const { what, before } = state.saidFor
  if (what === 'ReplacementReceived') return { ...state, goods: before.goods ? { ...before.goods, since: at } : null, saidFor: before.saidFor ?? null }
  const kept = Object.fromEntries([...KEPT, ...(what === 'OfferAgreed' ? [] : ['goods'] as const)].flatMap(key => (key in state ? [[key, state[key]] as const] : []))) as Partial<CaseState>
  return { ...before, ...kept, decisionSince: at, ...(what === 'Appealed' ? { appealFrom: at } : {}) }
}
