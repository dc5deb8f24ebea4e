import { provenBy, type ArrivalCheck } from '../orders/arrival'
import { REASON_CODES, REASONS, type Reason } from '../case/reasons'
import { routeOf, type Matter } from './route'
import type { Holder, RouteRule } from './rule'

/** From which amount on a reason goes to whom, the smallest first; what is not here is the leader's. Fen. */
export type FirstElsewhere = Partial<Record<Reason, { from: number; holder: Holder }[]>>

/**
 * What is not looked at first by the leader, as far as whoever files needs it: neither the rules nor their words. Complaints about somebody are left out:
 * who looks at them depends on whom they are about.
 */
export function firstElsewhere(rules: readonly RouteRule[], line: Pick<Matter, 'productKey' | 'supplierId' | 'around'>, check: ArrivalCheck | null): FirstElsewhere {
  const amounts = [...new Set([0, ...rules.flatMap(r => r.when.askedAtLeast ?? [])])].sort((a, b) => a - b)
  const found: FirstElsewhere = {}
  for (const reason of REASON_CODES) {
    const { class: of } = REASONS[reason]
    if (of === 'service') continue
    const provenBearer = check && provenBy(check).includes(reason) ? check.bearer : null
    const holders = amounts.map(from => ({ from, holder: routeOf(rules, { ...line, class: of, reason, amountAsked: from, provenBearer }).holder }))
    const changes = holders.filter(({ holder }, i) => holder !== (holders[i - 1]?.holder ?? 'leader'))
    if (changes.length > 0) found[reason] = changes
  }
  return found
}

/** Who looks first at this. */
export function firstHolder(elsewhere: FirstElsewhere, reason: Reason, amountAsked: number): Holder {
  return elsewhere[reason]?.filter(({ from }) => amountAsked >= from).at(-1)?.holder ?? 'leader'
}
