import { yuan } from '../case/money'
import { CLASSES, REASONS } from '../case/reasons'
import { HOLDERS, RECOVER_FROM, type RouteRule } from './rule'

/** How what a rule names is called, where that is known. */
export interface Names {
  /** By product key. */
  products: ReadonlyMap<string, string>
  suppliers: ReadonlyMap<string, string>
}

/** A rule as it is, whatever words somebody gave it: 质量问题、要退 ¥50.00 以上的：先归平台，钱找供货商. */
export function ruleWords({ when, then }: Pick<RouteRule, 'when' | 'then'>, names: Names): string {
  const any = (some: readonly string[] | undefined) => (some ? [some.join('或')] : [])
  const conditions = [
    ...any(when.classes?.map(c => CLASSES[c].says)), ...any(when.reasons?.map(r => REASONS[r].says)),
    ...any(when.productKeys?.map(key => names.products.get(key) ?? key)), ...any(when.supplierIds?.map(id => `${names.suppliers.get(id) ?? '一个供货商'}供的`)),
    ...(when.askedAtLeast === undefined ? [] : [`要退 ${yuan(when.askedAtLeast)} 以上的`]),
  ]
  return `${conditions.length === 0 ? '所有的事' : conditions.join('，')}：先归${HOLDERS[then.holder]}${then.recoverFrom === undefined ? '' : `，${then.recoverFrom === 'nobody' ? '' : '钱'}${RECOVER_FROM[then.recoverFrom]}`}`
}
