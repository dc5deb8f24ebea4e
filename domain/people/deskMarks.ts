import { isExcluded } from '../case/appeal'
import type { CaseState } from '../case/case'
import { seenBy } from '../case/effect'
import { isOpen } from '../case/stage'
import type { Viewer } from './relation'
import { needsAnother } from './whoActs'

/** What somebody of the desk has to know of a case before opening it. */
export interface DeskMarks {
  appeal: boolean
  hazard: boolean
  /** 居民在催. */
  expedited: boolean
  /** This person refused it, or decided what it goes on from: somebody else looks again. */
  excluded: boolean
  /** Nobody of the desk may decide it: another has to be appointed. */
  needsAnother: boolean
}

/** As things stand for somebody of the desk now. */
export function deskMarks(state: CaseState, { personId, appealDeciders = [], onSide = [] }: Pick<Viewer, 'personId' | 'appealDeciders' | 'onSide'>, now: number): DeskMarks {
  const c = seenBy(state, 'operator', now)
  return {
    appeal: c.decision === 'appealed', hazard: c.class === 'hazard', expedited: isOpen(c) && c.expeditedAt != null,
    excluded: isExcluded(c, personId), needsAnother: needsAnother(c, appealDeciders, onSide),
  }
}
