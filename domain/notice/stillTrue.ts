import type { Case, CaseState, Party } from '../case/case'
import { inEffect } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { holderOf, stageOf } from '../case/stage'
import { promisedNow } from '../clock/promisedNow'
import { stretchesOf } from '../clock/stretches'

/**
 * Whether what somebody was asked to do is still theirs to do. What asked for nothing that a clock runs for, and nobody was held up by, stays true.
 * @param then the case right after the event that asked
 * @param now the case as it is
 */
export function stillToDo(then: CaseState, now: CaseState, party: Party): boolean {
  const asked = dutiesOf(then, party)
  return asked.length === 0 || dutiesOf(now, party).some(duty => asked.includes(duty))
}

/** What tells how it stands for a while, or until when: it is no news any more once that is over. */
const PASSING = ['Promised', 'Lapsed', 'InvestigationStarted'] as const
export type PassingEvent = Extract<CaseEvent, { type: (typeof PASSING)[number] }>

export function isPassing(event: CaseEvent): event is PassingEvent {
  return (PASSING as readonly string[]).includes(event.type)
}

/**
 * Whether what an event said is still so: a promise that stands, and whose time is to come; a case that nobody has gone on with since.
 * @param c the case as it is
 * @param now ms
 */
export function isStillSo(event: PassingEvent, c: CaseState, now: number): boolean {
  switch (event.type) {
    case 'Promised': return event.until > now && c.promise?.until === event.until
    case 'Lapsed': return c.decision === 'lapsed' && c.closedAt == null
    case 'InvestigationStarted': return event.until > now && c.investigation?.until === event.until
  }
}

/** What says yes or no to the neighbour's wish: of several of one case only the newest is how it stands. */
const VERDICTS: readonly CaseEvent['type'][] = ['Settled', 'Rejected', 'OfferAgreed', 'SupplierGranted', 'AppealUpheld', 'AppealDismissed']

export function isVerdict(event: CaseEvent): boolean {
  return VERDICTS.includes(event.type)
}

/**
 * Whether what was decided is still so: no other decision came after it.
 * @param seq where in the history it was
 * @param now ms
 */
export function stillStands(seq: number, { events }: Pick<Case, 'events'>, now: number): boolean {
  return !events.some((event, i) => i > seq && isVerdict(event) && inEffect(events, i, now))
}

/** What the clock says of a promise that runs: that it is about time, that its time is over, and to the desk that it was not kept. */
type OfPromise = Extract<CaseEvent, { type: 'Reminded' | 'Escalated' }>

/** What gives a case to the desk is no word about a promise: then it is the desk's to do. */
export function isOfPromise(event: CaseEvent): event is OfPromise {
  return event.type === 'Reminded' || (event.type === 'Escalated' && !event.takes)
}

/**
 * Whether what the clock said of a promise is still so: it runs, the same party has to keep it, and nothing that was said of it since stands in for this: the next
 * reminder, or that its time was over.
 * @param seq where in the history that was said
 * @param now ms
 */
export function stillRuns(said: OfPromise, seq: number, { events }: Pick<Case, 'events'>, now: number): boolean {
  const isSame = (e: { clock: string; since: number }) => e.clock === said.clock && e.since === said.since
  const running = stretchesOf(events, now).find(s => s.endedAt === null && isSame({ clock: s.clock, since: s.from }))
  if (!running) return false
  if (said.type === 'Escalated') return true
  const isNewer = (e: CaseEvent) => (e.type === 'Reminded' && isSame(e)) || (e.type === 'Escalated' && isSame(e) && !said.late)
  return running.party === said.party && !events.slice(seq + 1).some(isNewer)
}

/** What waits for a party: the promises that run for it, and the stage it holds up. */
function dutiesOf(c: CaseState, party: Party): string[] {
  const promises = promisedNow(c).filter(d => d.party === party).map(d => d.clock)
  return holderOf(c) === party ? [...promises, stageOf(c)] : promises
}
