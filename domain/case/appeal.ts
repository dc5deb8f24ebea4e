import { isLeftOut } from './askAgain'
import type { CaseState } from './case'
import { knownSince } from './knows'

/** How long one can ask for somebody else to look again [spec: case, clocks, "appealWindow"]. A right of the resident: no community makes it shorter. ms */
export const APPEAL_WINDOW = 7 * 24 * 3600_000

/**
 * Until when somebody else can be asked to look again; null where there is nobody, or it was done already; the desk does not judge what is said about it.
 * Who has not been told of the refusal has all of the time, whenever that will be. ms
 */
export function appealUntil(c: CaseState, now: number): number | null {
  if (c.decision !== 'rejected' || !c.rejection || !c.desk || c.appeal || c.about === 'operator') return null
  return (knownSince(c, c.appealFrom ?? c.rejection.at) ?? now) + APPEAL_WINDOW
}

export function canAppeal(c: CaseState, now: number): boolean {
  const until = appealUntil(c, now)
  return until !== null && now <= until
}

/** Whether this person had their part in what is looked at again, so that somebody else decides. */
export function isExcluded(c: CaseState, personId: string): boolean {
  return isLeftOut(c, personId) || isAppealsOwn(c, personId)
}

/** Whether this person refused what an appeal is about, or pleads for it: neither judges it. */
export function isAppealsOwn(c: Pick<CaseState, 'decision' | 'rejection' | 'appeal'>, personId: string): boolean {
  return c.decision === 'appealed' && (c.rejection?.by?.personId === personId || c.appeal?.by === personId)
}
