import { provenBy, type ArrivalCheck } from '../orders/arrival'
import { REASON_CODES, REASONS } from '../case/reasons'
import type { FirstElsewhere } from './firstHolder'
import { routeOf, type Matter } from './route'
import type { RouteRule } from './rule'

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
