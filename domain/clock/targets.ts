import type { CaseClass } from '../case/reasons'
import type { ClockName, Priority } from './rules'

/** What service is measured against [spec: mission, row 16]; the promises are those of the usual policy. The row says how fast, not how often: so always. */
export const TIME_TARGETS = {
  firstResponse: '5 分钟内有人回应',
  ordinary: '一般的事 2 小时办完',
  complex: '复杂的、急的、要退换的 24 小时办完',
  courier: '快递的事当天办完',
} as const
export type TimeTarget = keyof typeof TIME_TARGETS
export const TIME_TARGET_CODES = Object.keys(TIME_TARGETS) as [TimeTarget, ...TimeTarget[]]

/** Of those who said how it was, so many per cent at least are satisfied [spec: mission, row 16]. */
export const SATISFIED_AT_LEAST = 95
/** Stars for the result from which on somebody is satisfied (our own). */
export const SATISFIED_FROM = 4

/**
 * Shares that should stay small. Per cent at most [spec: mission, row 16]. What is a complaint the row does not say: here it is a word about how people were
 * served, or asking that somebody else looks again; a box of crushed strawberries is none. Of whom the last one is, neither: here it is households that bought.
 */
export const SHARE_TARGETS = {
  returned: { label: '退货的', atMost: 5 },
  complained: { label: '投诉的', atMost: 1 },
  complainedOfReturn: { label: '因为退货投诉的', atMost: 1 },
  lost: { label: '投诉后不再来买的', atMost: 1 },
} as const
export type ShareTarget = keyof typeof SHARE_TARGETS
export const SHARE_TARGET_CODES = Object.keys(SHARE_TARGETS) as [ShareTarget, ...ShareTarget[]]

/** So many of so many. */
export interface Share { count: number; of: number }

/** Whether it is more than it may be; of nothing it is not. */
export function isTooMuch(target: ShareTarget, { count, of }: Share): boolean {
  return count * 100 > SHARE_TARGETS[target].atMost * of
}

/** Which target a promise stands for; null where the row names none, as for missing parts, which have seven working days. */
export function targetOf(clock: ClockName, caseClass: CaseClass, priority: Priority): TimeTarget | null {
  if (clock === 'respond') return 'firstResponse'
  if (clock !== 'resolve' || caseClass === 'missingPart') return null
  if (caseClass === 'logistics') return 'courier'
  return priority === 'usual' ? 'ordinary' : 'complex'
}
