import { isTooMuch, SATISFIED_AT_LEAST, targetOf, TIME_TARGETS } from './targets'
import { USUAL_RULES } from './rules'

const HOUR = 3600_000

it.each([
  ['respond', 'quality', 'usual', 'firstResponse'], ['respond', 'hazard', 'urgent', 'firstResponse'], ['resolve', 'quality', 'usual', 'ordinary'], ['resolve', 'quality', 'complex', 'complex'],
  ['resolve', 'hazard', 'urgent', 'complex'], ['resolve', 'logistics', 'usual', 'courier'], ['resolve', 'logistics', 'urgent', 'courier'], ['resolve', 'missingPart', 'usual', null], ['review', 'quality', 'usual', null],
] as const)('%s of %s, %s, stands for %s', (clock, caseClass, priority, target) => {
  expect(targetOf(clock, caseClass, priority)).toBe(target)
})

it('says in words what the usual policy promises', () => {
  const usual = (clock: string, more: object) => USUAL_RULES.find(r => r.clock === clock && r.class === (more as { class?: string }).class && r.priority === (more as { priority?: string }).priority)?.allows
  expect([TIME_TARGETS.firstResponse, usual('respond', {})]).toEqual(['5 分钟内有人回应', { within: HOUR / 12, of: 'serviceHours' }])
  expect([TIME_TARGETS.ordinary, usual('resolve', {})]).toEqual(['一般的事 2 小时办完', { within: 2 * HOUR, of: 'serviceHours' }])
  expect([TIME_TARGETS.complex, usual('resolve', { priority: 'complex' })]).toEqual(['复杂的、急的、要退换的 24 小时办完', { within: 24 * HOUR, of: 'always' }])
  expect([TIME_TARGETS.courier, usual('resolve', { class: 'logistics' })]).toEqual(['快递的事当天办完', { today: true }])
  expect(SATISFIED_AT_LEAST).toBe(95)
})

it('a share is too much above what it may be, not at it, and of nothing never', () => {
  expect(isTooMuch('returned', { count: 5, of: 100 })).toBe(false)
  expect(isTooMuch('returned', { count: 51, of: 1000 })).toBe(true)
  expect(isTooMuch('complained', { count: 0, of: 0 })).toBe(false)
})
