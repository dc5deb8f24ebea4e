import { DEFAULT_POLICY } from '../clock/policy'
import type { CaseState } from './case'

/** Until when somebody else can be asked to look again; null where there is nobody, or it was done already. ms */
export function appealUntil(c: CaseState): number | null {
  if (c.decision !== 'rejected' || !c.rejection || !c.desk || c.appeal) return null
  return c.rejection.at + DEFAULT_POLICY.appealWindow
}

export function canAppeal(c: CaseState, now: number): boolean {
  const until = appealUntil(c)
  return until !== null && now <= until
}
