import type { CaseState } from '../case/case'
import { askedFor } from '../case/negotiate'
import type { Reason } from '../case/reasons'
import { productKey } from '../orders/productKey'
import { DEFAULT_RULES } from './defaultRules'
import type { Holder, RecoverFrom, RouteClass, RouteRule, When } from './rule'

/** What rules look at. */
export interface Matter {
  class: RouteClass
  /** null where none is named: for trying out. */
  reason: Reason | null
  /** As `productKey` makes it. */
  productKey: string
  /** Who supplies the product; null where nobody was named. */
  supplierId: string | null
  /** Fen; 0 where no money is asked for. */
  amountAsked: number
  /** Whether a desk (平台) serves the community. */
  hasDesk: boolean
  /** Whom a complaint about a person is about. Missing on one: the leader, who is whom neighbours meet. */
  named?: Holder | undefined
}

/** What rules look at in a case that was filed. */
export function matterOf(c: Pick<CaseState, 'class' | 'reason' | 'line' | 'supplierId' | 'wish' | 'counter'>, hasDesk: boolean): Matter {
  return { class: c.class, reason: c.reason, productKey: productKey(c.line.title, c.line.spec), supplierId: c.supplierId, amountAsked: askedFor(c), hasDesk }
}

export interface Route {
  holder: Holder
  /** Where the leader's side holds what is about one of them: only for those who were not named. */
  deputy: boolean
  /** The supplier hears of it at once. */
  copySupplier: boolean
  recoverFrom: RecoverFrom
  /** The rule that decided. `own`: one of the community's. */
  by: { id: string; words: string; own: boolean }
}

/**
 * Where a case goes: by the first of the community's own rules that fits and may be used, else by the usual one of its class. Always exactly one answer.
 * A rule that names the desk where there is none gives the case to the leader. A rule is passed over that would give a hazard to the supplier alone,
 * a complaint about a person to that person or to a supplier, or anything to a supplier that nobody has named.
 */
export function routeOf(rules: readonly RouteRule[], matter: Matter): Route {
  const usual = DEFAULT_RULES[matter.class]
  const own = rules.find(r => fits(r.when, matter) && mayHold(r.then.holder, matter))
  const wanted = own?.then.holder ?? usual.holder
  const holder = wanted === 'operator' && !matter.hasDesk ? 'leader' : matter.class === 'service' && wanted === 'operator' && namedIn(matter) === 'operator' ? 'leader' : wanted
  const recoverFrom = own?.then.recoverFrom ?? usual.recoverFrom
  return {
    holder,
    deputy: matter.class === 'service' && holder === 'leader' && namedIn(matter) === 'leader',
    copySupplier: usual.copySupplier && matter.supplierId !== null && holder !== 'supplier',
    // Nobody can be asked for money who was not named.
    recoverFrom: recoverFrom === 'supplier' && matter.supplierId === null ? 'nobody' : recoverFrom,
    by: own ? { id: own.id, words: own.words, own: true } : { id: usual.id, words: usual.words, own: false },
  }
}

/** Whether all conditions hold. */
export function fits(when: When, { class: of, reason, productKey, supplierId, amountAsked }: Matter): boolean {
  return (!when.classes || when.classes.includes(of)) && (!when.reasons || (reason !== null && when.reasons.includes(reason)))
    && (!when.productKeys || when.productKeys.includes(productKey)) && (!when.supplierIds || (supplierId !== null && when.supplierIds.includes(supplierId)))
    // Written so that NaN never reaches an amount.
    && (when.askedAtLeast === undefined || amountAsked >= when.askedAtLeast)
}

function mayHold(holder: Holder, matter: Matter): boolean {
  if (holder === 'supplier') return matter.supplierId !== null && matter.class !== 'hazard' && matter.class !== 'service'
  if (matter.class !== 'service') return true
  return (holder === 'operator' && !matter.hasDesk ? 'leader' : holder) !== namedIn(matter)
}

function namedIn({ named }: Matter): Holder {
  return named ?? 'leader'
}
