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

/** Shares that the row names too and that nobody can count yet: what has to be known of every order is not kept. Per cent at most [spec: mission, row 16]. */
export const NOT_COUNTED = [
  { label: '退货占订单', atMost: 5 },
  { label: '投诉占订单', atMost: 1 },
  { label: '退货引起的投诉', atMost: 1 },
  { label: '因为投诉不再来的', atMost: 1 },
] as const

/** Which target a promise stands for; null where the row names none, as for missing parts, which have seven working days. */
export function targetOf(clock: ClockName, caseClass: CaseClass, priority: Priority): TimeTarget | null {
  if (clock === 'respond') return 'firstResponse'
  if (clock !== 'resolve' || caseClass === 'missingPart') return null
  if (caseClass === 'logistics') return 'courier'
  return priority === 'usual' ? 'ordinary' : 'complex'
}
