import type { CaseState } from '../case/case'
import type { Priority } from './rules'

/** What kind of case it is: a danger or a hurried one is urgent; what needed somebody besides the leader, or has goods to move, is complex. */
export function priorityOf(c: Pick<CaseState, 'class' | 'expeditedAt' | 'complex'>): Priority {
  return c.class === 'hazard' || c.expeditedAt ? 'urgent' : c.complex ? 'complex' : 'usual'
}

/** The same as far as the state alone tells since when: of what is hurried since it runs. What became complex meanwhile, its history tells. */
export function prioritiesSince(c: Pick<CaseState, 'class' | 'expeditedAt' | 'complex'>, from: number): [{ from: number; priority: Priority }, ...{ from: number; priority: Priority }[]] {
  if (!c.expeditedAt || c.expeditedAt <= from) return [{ from, priority: priorityOf(c) }]
  return [{ from, priority: priorityOf({ ...c, expeditedAt: null }) }, { from: c.expeditedAt, priority: priorityOf(c) }]
}
