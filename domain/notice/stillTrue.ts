import type { CaseState, Party } from '../case/case'
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

/** What waits for a party: the promises that run for it, and the stage it holds up. */
function dutiesOf(c: CaseState, party: Party): string[] {
  const promises = promisedNow(c).filter(d => d.party === party).map(d => d.clock)
  return holderOf(c) === party ? [...promises, stageOf(c)] : promises
}
