import type { CaseState } from '../case/case'
import type { Priority } from './rules'

/** What kind of case it is: a danger or a hurried one is urgent; what needed somebody besides the leader, or has goods to move, is complex. */
export function priorityOf(c: Pick<CaseState, 'class' | 'expeditedAt' | 'complex'>): Priority {
  return c.class === 'hazard' || c.expeditedAt ? 'urgent' : c.complex ? 'complex' : 'usual'
}
