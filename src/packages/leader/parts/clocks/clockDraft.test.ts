import { clockRulesTrouble } from '../../../../../domain/clock/checkClockRules'
import { CLASS_CODES } from '../../../../../domain/case/reasons'
import { CLOCK_NAMES, PRIORITIES } from '../../../../../domain/clock/rules'
import { GROUPS, onTopOf, stepsFor, usualOf, withTime, type Line } from './clockDraft'

test('every clock stands on the page once', () => {
  expect(GROUPS.flatMap(g => g.clocks).sort()).toEqual([...CLOCK_NAMES].sort())
})

test('whatever is tapped may be kept, and tapping the usual time takes the own line away', () => {
  for (const clock of CLOCK_NAMES) for (const of of [undefined, ...CLASS_CODES]) for (const priority of of === 'hazard' ? [undefined] : [undefined, ...PRIORITIES]) {
    const line: Line = { clock, ...(of ? { class: of } : {}), ...(priority ? { priority } : {}) }
    for (const step of stepsFor(line)) expect([line, step, clockRulesTrouble(withTime([], line, step))]).toEqual([line, step, null])
    expect(withTime(withTime([], line, { within: 3600_000, of: 'always' }), line, usualOf(line).allows)).toEqual([])
  }
})

test('what two changed meets: the other\'s stands where one did not touch it', () => {
  const rule = (clock: 'review' | 'refund' | 'counter', hours: number) => ({ clock, allows: { within: hours * 3600_000, of: 'always' as const } })
  expect(onTopOf([rule('refund', 12), rule('counter', 3)], [rule('counter', 3)], [rule('counter', 3), rule('review', 6)])).toEqual([rule('refund', 12), rule('counter', 3), rule('review', 6)])
  expect(onTopOf([rule('counter', 5)], [rule('counter', 3)], [])).toEqual([])
})
