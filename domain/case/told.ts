import type { Party } from './case'
import { inEffect } from './effect'
import { OWN_WAYS, type CaseEvent, type CaseEventType } from './events'

/** Which parties are told of an event. An event not told to a party does not exist for it. */
const TOLD_TO: Record<CaseEventType, readonly Party[]> = {
  Filed: ['resident', 'leader', 'supplier'],
  Settled: ['resident', 'leader', 'supplier'],
  Forwarded: ['resident', 'leader', 'supplier'],
  EvidenceAsked: ['resident', 'leader', 'supplier'],
  EvidenceAdded: ['resident', 'leader', 'supplier'],
  Rejected: ['resident', 'leader', 'supplier'],
  Offered: ['resident', 'leader', 'supplier'],
  // As if nothing had been: whoever took it back only.
  DecisionUndone: [],
  OfferAgreed: ['resident', 'leader', 'supplier'],
  OfferDeclined: ['resident', 'leader', 'supplier'],
  AnswerDisowned: ['resident', 'leader', 'supplier'],
  SupplierGranted: ['resident', 'leader', 'supplier'],
  SupplierDisputed: ['leader', 'supplier', 'resident'],
  // Between seller and supplier: it never touches the resident's money.
  RecoveryAdmitted: ['leader', 'supplier'],
  RecoveryDisputed: ['leader', 'supplier'],
  RefundPaid: ['resident', 'leader', 'supplier'],
  Withdrawn: ['resident', 'leader', 'supplier'],
  TakenOver: ['resident', 'leader'],
  // What the leader did about it; the neighbour was there.
  Told: ['leader'],
  // Why it waits to be told again; whoever reads it has been told by then.
  NotTold: ['leader'],
  // Between leader and neighbour.
  Promised: ['resident', 'leader'],
  Countered: ['resident', 'leader', 'supplier'],
  Appealed: ['resident', 'leader', 'supplier'],
  AppealUpheld: ['resident', 'leader', 'supplier'],
  AppealDismissed: ['resident', 'leader', 'supplier'],
  ClaimExtended: ['resident', 'leader', 'supplier'],
  Referred: ['resident', 'leader', 'supplier'],
  Reassigned: ['resident', 'leader', 'supplier'],
  InvestigationStarted: ['resident', 'leader', 'supplier'],
  InvestigationEnded: ['resident', 'leader', 'supplier'],
  Planned: ['resident', 'leader', 'supplier'],
  // Those of it that are not internal are for the resident too: see `isToldTo`.
  Noted: ['leader'],
  Expedited: ['resident', 'leader', 'supplier'],
  ReturnSent: ['resident', 'leader', 'supplier'],
  ReturnCalledOff: ['resident', 'leader', 'supplier'],
  ReturnForwarded: ['resident', 'leader', 'supplier'],
  ReturnReceived: ['resident', 'leader', 'supplier'],
  ReturnPassed: ['resident', 'leader', 'supplier'],
  ReturnFailed: ['resident', 'leader', 'supplier'],
  GivenBack: ['resident', 'leader', 'supplier'],
  ReplacementSent: ['resident', 'leader', 'supplier'],
  ReplacementReceived: ['resident', 'leader', 'supplier'],
  RefundStarted: ['resident', 'leader'],
  RefundFailed: ['resident', 'leader'],
  RefundConfirmed: ['resident', 'leader'],
  // Who bears it is theirs who bear it, never the resident's.
  LiabilitySplit: ['leader', 'supplier'],
  Lapsed: ['resident', 'leader', 'supplier'],
  Reopened: ['resident', 'leader', 'supplier'],
  Rated: ['resident', 'leader'],
  Closed: ['resident', 'leader', 'supplier'],
  // What is still to be done stands beside it; who was told to do it so and so often is nobody's history.
  Reminded: [],
  Escalated: ['resident', 'leader', 'supplier'],
  SupplierMissed: ['resident', 'leader', 'supplier'],
}

/** Whether what is on a screen has to be looked at again before it is decided on: who it belongs to changes nothing about that. */
export function isNews(event: CaseEvent): boolean {
  return !NO_NEWS.includes(event.type)
}

const NO_NEWS: readonly CaseEventType[] = ['TakenOver', 'Told', 'NotTold', 'Noted', 'Planned', 'Expedited', 'Rated', 'RefundConfirmed', 'Reminded']

/** That the resident came to know without anybody's hand: it changes nothing but how long they have. */
export function cameByItself(event: CaseEvent): boolean {
  return event.type === 'Told' && Object.hasOwn(OWN_WAYS, event.how)
}

/** Whether an event, once it counts, exists for this party. */
export function isToldTo(event: CaseEvent, party: Party): boolean {
  if (event.type === 'DecisionUndone') return event.by.party === party
  // What a carrier answered, put down by whoever talked to it.
  if ((event.type === 'RecoveryAdmitted' || event.type === 'RecoveryDisputed') && event.by.party !== 'supplier' && event.by.party !== 'system' && party === 'supplier') return false
  if (event.type === 'Noted' && !event.internal && party === 'resident') return true
  // That somebody looked at their own case is nobody's history; who was not reached stands on the leader's list.
  if (cameByItself(event)) return false
  // What the desk only hears of is between it and who was late.
  if (event.type === 'Escalated' && !event.takes) return party === 'leader' || party === 'operator'
  // The desk reads what the leader reads: it decides for them.
  return TOLD_TO[event.type].includes(party === 'operator' ? 'leader' : party)
}

/** Events that exist for this party at this moment, with their place in the history. Who decided sees also what never took effect. */
export function toldTo(events: readonly CaseEvent[], party: Party, now: number): { event: CaseEvent; seq: number }[] {
  return events
    .map((event, seq) => ({ event, seq }))
    .filter(({ event, seq }) => isToldTo(event, party) && (event.by.party === party || inEffect(events, seq, now)))
}
