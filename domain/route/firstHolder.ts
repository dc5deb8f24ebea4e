import type { Reason } from '../case/reasons'
import type { Holder } from './rule'

/** From which amount on a reason goes to whom, the smallest first; what is not here is the leader's. Fen. */
export type FirstElsewhere = Partial<Record<Reason, { from: number; holder: Holder }[]>>

/** Who looks first at this. */
export function firstHolder(elsewhere: FirstElsewhere, reason: Reason, amountAsked: number): Holder {
  return elsewhere[reason]?.filter(({ from }) => amountAsked >= from).at(-1)?.holder ?? 'leader'
}
