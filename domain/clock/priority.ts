import type { CaseState } from '../case/case'
import type { Priority } from './rules'

/** What kind of case it is; `unhurried`: what it would be if nobody had hurried it, where somebody did. */
export interface Kind { priority: Priority; unhurried?: Priority }

/** The same, from when on each. ms */
export type KindsSince = [Kind & { from: number }, ...(Kind & { from: number })[]]

/** What kind of case it is: a danger or a hurried one is urgent; what needed somebody besides the leader, or has goods to move, is complex. */
export function priorityOf(c: Pick<CaseState, 'class' | 'expeditedAt' | 'complex'>): Priority {
  return c.class === 'hazard' || c.expeditedAt ? 'urgent' : c.complex ? 'complex' : 'usual'
}

/** What kind of case it is, with what it would be without the hurry: that gives nobody more time. */
export function kindOf(c: Pick<CaseState, 'class' | 'expeditedAt' | 'complex'>): Kind {
  const [priority, unhurried] = [priorityOf(c), priorityOf({ ...c, expeditedAt: null })]
  return priority === unhurried ? { priority } : { priority, unhurried }
}

/** The same as far as the state alone tells since when: of what is hurried since it runs. What became complex meanwhile, its history tells. */
export function kindsSince(c: Pick<CaseState, 'class' | 'expeditedAt' | 'complex'>, from: number): KindsSince {
  if (!c.expeditedAt || c.expeditedAt <= from) return [{ from, ...kindOf(c) }]
  return [{ from, ...kindOf({ ...c, expeditedAt: null }) }, { from: c.expeditedAt, ...kindOf(c) }]
}
