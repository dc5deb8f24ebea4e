import type { CaseState } from '../case/case'
import { seenBy } from '../case/effect'
import { deadlinesOf } from '../clock/deadlines'
import type { ClockName } from '../clock/rules'
import { dueWords, ENDS } from './blanks'
import type { Told } from './kinds'

/** What a notice asks somebody to do by a time: which promise that is, of which case, and the body without the time, which may be another one by now. */
export interface Asks {
  caseId: string
  communityId: string
  clock: ClockName
  body: string
}

/**
 * Until when what a notice asks for is to be done, as it is now; null where nobody waits for it any more, or for the time being. Whoever looks has read of
 * it: what runs from their knowing runs from now at the latest.
 * @param c the case as it is, with the clocks of its community; @returns ms
 */
export function askedUntil({ clock }: Pick<Asks, 'clock'>, as: Told, c: CaseState, now: number): number | null {
  const known = seenBy(c, as, now)
  const read = as === 'resident' ? { ...known, toTell: null, told: [...known.told ?? [], { upTo: now, at: now }] } : known
  return deadlinesOf(read).find(d => d.clock === clock && d.party === as)?.dueAt ?? null
}

/** The body with the time as it is; without one where nobody waits. `due`: ms */
export function bodyUntil({ body }: Pick<Asks, 'body'>, due: number | null, now: number): string {
  const until = dueWords(due, now)
  return `${body}${ENDS.test(body) ? until.replace(/^，/u, '') : until}`
}
