import { CLASS_CODES, CLASSES, REASONS, type CaseClass } from '../case/reasons'
import { refusal, type Refusal } from '../contract/refusal'
import { HOLDERS, MOST_RULES, RECOVER_FROM, type RouteRule, type When } from './rule'

/** Something about a rule that may be meant, and mostly is not. */
export interface RuleWarning {
  /** The rule it is about. */
  id: string
  code: 'SHADOWED' | 'NO_DESK'
  message: string
}

/** Rules as they may be kept, or why not; with what somebody should look at once more. */
export function checkRules(rules: readonly RouteRule[], { hasDesk }: { hasDesk: boolean }): { refusal: Refusal } | { warnings: RuleWarning[] } {
  if (rules.length > MOST_RULES) return { refusal: refusal('TOO_MANY_RULES', `最多 ${MOST_RULES} 条规则`, 'rules') }
  for (const [i, rule] of rules.entries()) {
    const trouble = wrongWith(rule, `rules.${i}`) ?? againstEarlier(rule, rules.slice(0, i), `rules.${i}`)
    if (trouble) return { refusal: trouble }
  }
  return { warnings: rules.flatMap((rule, i) => warningsOf(rule, rules.slice(0, i), hasDesk)) }
}

function wrongWith({ when, then, words }: RouteRule, field: string): Refusal | null {
  const has = (codes: object, code: string) => Object.hasOwn(codes, code)
  const strange = when.classes?.findIndex(c => !has(CLASSES, c)) ?? -1
  if (strange >= 0) return refusal('UNKNOWN_CLASS', '没有这一类事', `${field}.when.classes.${strange}`)
  const unknown = when.reasons?.findIndex(r => !has(REASONS, r)) ?? -1
  if (unknown >= 0) return refusal('UNKNOWN_REASON', '没有这个原因', `${field}.when.reasons.${unknown}`)
  for (const part of ['classes', 'reasons', 'productKeys', 'supplierIds'] as const) if (when[part]?.length === 0) return refusal('NEVER_TRUE', '一样都没选，这条规则永远用不上', `${field}.when.${part}`)
  if (when.askedAtLeast !== undefined && !(Number.isSafeInteger(when.askedAtLeast) && when.askedAtLeast > 0)) return refusal('BAD_AMOUNT', '金额不对', `${field}.when.askedAtLeast`)
  const lost = when.classes && when.reasons ? when.reasons.findIndex(r => !when.classes?.includes(REASONS[r].class)) : -1
  if (lost >= 0) return refusal('NEVER_TRUE', '选的原因不属于选的那几类', `${field}.when.reasons.${lost}`)
  if (!has(HOLDERS, then.holder)) return refusal('UNKNOWN_HOLDER', '没有这个人可以归', `${field}.then.holder`)
  if (then.recoverFrom !== undefined && !has(RECOVER_FROM, then.recoverFrom)) return refusal('UNKNOWN_PAYER', '没有这个人可以找', `${field}.then.recoverFrom`)
  if (then.holder === 'supplier' && when.classes?.includes('hazard')) return refusal('HAZARD_TO_SUPPLIER', '安全问题不能只交给供货商', `${field}.then.holder`)
  if (then.holder === 'supplier' && when.classes?.includes('service')) return refusal('SERVICE_TO_SUPPLIER', '对人的意见不能交给供货商', `${field}.then.holder`)
  return words.trim() === '' ? refusal('WORDS_NEEDED', '请写一句这条规则说的是什么', `${field}.words`) : null
}

function againstEarlier(rule: RouteRule, earlier: readonly RouteRule[], field: string): Refusal | null {
  if (earlier.some(e => e.id === rule.id)) return refusal('SAME_RULE_TWICE', '有一条规则放了两次', `${field}.id`)
  const same = earlier.find(e => sameWhen(e.when, rule.when))
  return same && (same.then.holder !== rule.then.holder || same.then.recoverFrom !== rule.then.recoverFrom)
    ? refusal('CONTRADICTS', `跟前面的「${same.words}」说的是同一样事，结果却不一样`, `${field}.then`) : null
}

function warningsOf(rule: RouteRule, earlier: readonly RouteRule[], hasDesk: boolean): RuleWarning[] {
  const by = earlier.find(e => covers(e, rule))
  return [
    ...(by ? [{ id: rule.id, code: 'SHADOWED' as const, message: `前面的「${by.words}」已经都管到了，这一条用不上` }] : []),
    ...(rule.then.holder === 'operator' && !hasDesk ? [{ id: rule.id, code: 'NO_DESK' as const, message: '现在没有平台，会归团长' }] : []),
  ]
}

/** Whether all that fits the later rule is decided by the earlier one already. */
function covers({ when: e, then }: RouteRule, { when: l, then: later }: RouteRule): boolean {
  const all = allClasses(l)
  // What the earlier rule would be passed over for still reaches the later one: see `routeOf`.
  if (all.includes('service')) return false
  if (then.holder === 'supplier' && later.holder !== 'supplier') return false
  return (!e.classes || all.every(c => e.classes?.includes(c))) && within(l.reasons, e.reasons) && within(l.productKeys, e.productKeys) && within(l.supplierIds, e.supplierIds)
    && (e.askedAtLeast === undefined || (l.askedAtLeast !== undefined && e.askedAtLeast <= l.askedAtLeast))
}

/** Classes that can fit a rule. */
function allClasses({ classes, reasons }: When): readonly CaseClass[] {
  return classes ?? (reasons ? [...new Set(reasons.map((r): CaseClass => REASONS[r].class))] : CLASS_CODES)
}

function within<T>(inner: readonly T[] | undefined, outer: readonly T[] | undefined): boolean {
  return outer === undefined || (inner !== undefined && inner.every(x => outer.includes(x)))
}

function sameWhen(a: When, b: When): boolean {
  const same = <T>(x: readonly T[] | undefined, y: readonly T[] | undefined) => (x === undefined) === (y === undefined) && within(x, y) && within(y, x)
  return same(a.classes, b.classes) && same(a.reasons, b.reasons) && same(a.productKeys, b.productKeys) && same(a.supplierIds, b.supplierIds) && a.askedAtLeast === b.askedAtLeast
}
