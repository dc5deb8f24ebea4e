import type { Party } from './case'
import { inEffect } from './effect'
import type { CaseEvent, CaseEventType } from './events'

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
  // Between leader and neighbour.
  Promised: ['resident', 'leader'],
}

/** Whether what is on a screen has to be looked at again before it is decided on: who it belongs to changes nothing about that. */
export function isNews(event: CaseEvent): boolean {
  return event.type !== 'TakenOver' && event.type !== 'Told'
}

/** Whether an event, once it counts, exists for this party. */
export function isToldTo(event: CaseEvent, party: Party): boolean {
  return TOLD_TO[event.type].includes(party) || (event.type === 'DecisionUndone' && event.by.party === party)
}

/** Events that exist for this party at this moment, with their place in the history. Who decided sees also what never took effect. */
export function toldTo(events: readonly CaseEvent[], party: Party, now: number): { event: CaseEvent; seq: number }[] {
  return events
    .map((event, seq) => ({ event, seq }))
    .filter(({ event, seq }) => isToldTo(event, party) && (event.by.party === party || inEffect(events, seq, now)))
}
