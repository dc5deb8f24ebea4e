import type { CaseRecord, Cast, EventRecord } from './records'

/**
 * Who hears of what, written down a second time and in another way than the product has it, so that the two can disagree. For what people do under load
 * in a community without a desk. Who did it is told nothing of it.
 */
const HEARD_BY: Record<string, readonly Hearer[] | ((event: EventRecord, before: readonly EventRecord[]) => readonly Hearer[])> = {
  Filed: ['leader', 'supplier'],
  Settled: ['resident', 'supplier'],
  Rejected: ['resident', 'supplier'],
  Offered: ['resident', 'supplier'],
  Forwarded: ['resident', 'supplier'],
  Promised: ['resident'],
  EvidenceAsked: ['resident', 'leader'],
  // Whoever asked for it looks at it again.
  EvidenceAdded: (_event, before) => (isWithSupplier(before) ? ['supplier'] : ['leader']),
  // Silence may have said yes: that is news to whoever kept it.
  OfferAgreed: ['resident', 'leader', 'supplier'],
  OfferDeclined: ['leader'],
  // After three rounds nobody but a desk could be asked; here is none, so it is whoever offered.
  Countered: event => [event['to'] as Hearer],
  SupplierGranted: ['resident', 'leader'],
  SupplierDisputed: ['resident', 'leader'],
  RecoveryAdmitted: ['leader'],
  RecoveryDisputed: ['leader'],
  RefundPaid: ['resident'],
  RefundConfirmed: ['leader'],
  Withdrawn: ['leader', 'supplier'],
  Lapsed: ['resident', 'leader'],
  Closed: ['resident'],
  Expedited: (_event, before) => [isWithSupplier(before) ? 'supplier' : 'leader'],
  DecisionUndone: [],
  Told: [],
  NotTold: [],
  // Of the clock, to whom it waits for; what is late is told for many cases together.
  Reminded: event => (event['late'] === true ? [] : [event['party'] as Hearer]),
  Escalated: event => (event['takes'] === true ? ['operator', 'resident', 'leader'] : ['operator', 'leader']),
  SupplierMissed: ['resident', 'leader', 'supplier'],
}

type Hearer = 'resident' | 'leader' | 'supplier' | 'operator'

/** Decisions that can be taken back, or fall because the case went on in the meantime. */
const TAKEN_BACK = 'effectiveAt'

/** What one event owes to one person. `key` is the case, the event's place in it, the role and the person. */
export interface OwedNotice { key: string; caseId: string; type: string; personId: string; as: Hearer }

/** Every notice that the history of a case owes, when all of it is in effect. */
export function owedBy(c: CaseRecord, cast: Cast): OwedNotice[] {
  return c.events.flatMap((event, seq) => {
    if (!counts(c.events, seq)) return []
    const heardBy = HEARD_BY[event.type]
    if (heardBy === undefined) throw new Error(`${event.type}: nobody wrote down here who hears of it`)
    const before = c.events.slice(0, seq).filter((_e, at) => counts(c.events, at))
    const hearers = typeof heardBy === 'function' ? heardBy(event, before) : heardBy
    return hearers.filter(as => as !== event.by.party).flatMap(as => peopleOf(as, c, cast).filter(id => id !== event.by.personId).map(personId => ({
      key: keyOf(c._id, seq, as, personId), caseId: c._id, type: event.type, personId, as,
    })))
  })
}

export function keyOf(caseId: string, seq: number, as: string, personId: string): string {
  return `${caseId} ${seq} ${as} ${personId}`
}

/** A decision that something came after before its seconds were over happened for nobody. */
function counts(events: readonly EventRecord[], seq: number): boolean {
  const event = events[seq]
  const next = events[seq + 1]
  const until = event?.[TAKEN_BACK]
  return until === undefined || next === undefined || next.at >= until || until === event?.at
}

function peopleOf(as: Hearer, c: CaseRecord, cast: Cast): readonly string[] {
  switch (as) {
    case 'resident': return c.residentId === null ? [] : [c.residentId]
    case 'leader': return cast.leaders
    case 'operator': return cast.operators
    case 'supplier': return c.supplierId === null ? [] : cast.suppliers
  }
}

/** Whether the supplier is asked first at that point of the history. */
function isWithSupplier(events: readonly EventRecord[]): boolean {
  let supplier = false
  for (const { type } of events) {
    if (type === 'Forwarded') supplier = true
    if (['Settled', 'Rejected', 'Offered', 'SupplierGranted', 'SupplierDisputed', 'OfferDeclined', 'Countered'].includes(type)) supplier = false
  }
  return supplier
}
