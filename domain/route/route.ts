import type { ClaimedLine } from '../case/case'
import type { Wish } from '../case/claim'
import { firstLook, type Around, type FirstLook } from '../case/firstLook'
import { recoverFromFor, type About, type CaseClass, type Reason, type RecoverFrom } from '../case/reasons'
import type { Bearer } from '../orders/arrival'
import { productKey } from '../orders/productKey'
import { DEFAULT_RULES } from './defaultRules'
import type { Holder, RouteRule, When } from './rule'

/** What rules look at. */
export interface Matter {
  class: CaseClass
  /** null where none is named: for trying out. */
  reason: Reason | null
  /** As `productKey` makes it. */
  productKey: string
  /** Who supplies the product; null where nobody was named. */
  supplierId: string | null
  /** Fen; 0 where no money is asked for. */
  amountAsked: number
  /** Who is there to look at it: whether a desk (平台) serves the community, and who acts for that supplier. */
  around: Around
  /** Whom a complaint about a person is about. Missing on one: the leader, who is whom neighbours meet. */
  about?: About | undefined
  /** Who answers for it by the arrival check, where that proved it. */
  provenBearer?: Bearer | null | undefined
}

interface Filed {
  class: CaseClass
  reason: Reason
  line: Pick<ClaimedLine, 'title' | 'spec'>
  wish: Wish
  about?: About | undefined
}

/** What rules look at in what is being filed, or was. `supplierId`: who supplies the product, whoever answers for the case. */
export function matterOf({ class: of, reason, line, wish, about }: Filed, beside: Pick<Matter, 'supplierId' | 'around' | 'provenBearer'>): Matter {
  return { class: of, reason, productKey: productKey(line.title, line.spec), amountAsked: 'amount' in wish ? wish.amount : 0, about, ...beside }
}

export interface Route {
  holder: Holder
  /** Who of them: a helper where the leader is the one that is named. null: nobody else is there, and it cannot be filed. */
  looks: FirstLook['looks'] | 'supplier' | null
  /** The supplier hears of it at once. */
  copySupplier: boolean
  /** From the supplier: as far as one was named. */
  recoverFrom: RecoverFrom
  /** The rule that decided. `own`: one of the community's. */
  by: { id: string; words: string; own: boolean }
}

/**
 * Where a case goes: by the first of the community's own rules that fits and may be used, else by the usual one of its class. Always exactly one answer.
 * A rule that names the desk where there is none gives the case to the leader. A rule is passed over that would give a hazard to the supplier alone,
 * a complaint about a person to that person or to a supplier, or anything to a supplier that nobody has named, that nobody acts for here, or that the
 * arrival check has cleared. What that check proved about who bears it comes before what rules say of all such cases.
 */
export function routeOf(rules: readonly RouteRule[], matter: Matter): Route {
  const usual = DEFAULT_RULES[matter.class]
  const own = rules.find(r => fits(r.when, matter) && mayHold(r.then.holder, matter))
  const wanted = own?.then.holder ?? usual.holder
  const look = wanted === 'supplier' ? { heldBy: wanted, looks: wanted } : lookAt(matter, wanted)
  const byClass = matter.reason === null ? usual.recoverFrom : recoverFromFor(matter.reason)
  return {
    holder: look?.heldBy ?? 'leader', looks: look?.looks ?? null,
    copySupplier: usual.copySupplier && matter.supplierId !== null,
    recoverFrom: matter.provenBearer ? BORNE_BY[matter.provenBearer] : own?.then.recoverFrom ?? byClass,
    by: own ? { id: own.id, words: own.words, own: true } : { id: usual.id, words: usual.words, own: false },
  }
}

/** Found damaged or short by whoever carried or kept it. */
const BORNE_BY: Record<Bearer, RecoverFrom> = { supplier: 'supplier', carrier: 'carrier', leader: 'nobody' }

/** Whether all conditions hold. */
export function fits(when: When, { class: of, reason, productKey, supplierId, amountAsked }: Matter): boolean {
  return (!when.classes || when.classes.includes(of)) && (!when.reasons || (reason !== null && when.reasons.includes(reason)))
    && (!when.productKeys || when.productKeys.includes(productKey)) && (!when.supplierIds || (supplierId !== null && when.supplierIds.includes(supplierId)))
    // Written so that NaN never reaches an amount.
    && (when.askedAtLeast === undefined || amountAsked >= when.askedAtLeast)
}

function mayHold(holder: Holder, matter: Matter): boolean {
  const { class: of, supplierId, around, provenBearer } = matter
  if (holder === 'supplier') return supplierId !== null && around.supplierPeople.length > 0 && of !== 'hazard' && of !== 'service' && (provenBearer ?? 'supplier') === 'supplier'
  return of !== 'service' || lookAt(matter, holder)?.looks === (around.desk ? holder : 'leader')
}

function lookAt({ class: of, about, around }: Matter, wanted: 'leader' | 'operator'): FirstLook | null {
  return firstLook(of, of === 'service' ? about ?? 'leader' : undefined, around, wanted === 'operator' ? 'desk' : 'leader')
}
