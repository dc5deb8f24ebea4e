import type { CaseState, Party } from '../case/case'
import type { CaseEvent } from '../case/events'
import { holderOf, stageOf } from '../case/stage'
import { promisedNow } from '../clock/promisedNow'

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

/** What waits for a party: the promises that run for it, and the stage it holds up. */
function dutiesOf(c: CaseState, party: Party): string[] {
  const promises = promisedNow(c).filter(d => d.party === party).map(d => d.clock)
  return holderOf(c) === party ? [...promises, stageOf(c)] : promises
}
