import { DEFAULT_POLICY } from '../clock/policy'
import { isLeftOut } from './askAgain'
import type { CaseState } from './case'

/** Until when somebody else can be asked to look again; null where there is nobody, or it was done already. ms */
export function appealUntil(c: CaseState): number | null {
  if (c.decision !== 'rejected' || !c.rejection || !c.desk || c.appeal) return null
  return (c.appealFrom ?? c.rejection.at) + DEFAULT_POLICY.appealWindow
}

export function canAppeal(c: CaseState, now: number): boolean {
  const until = appealUntil(c)
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
