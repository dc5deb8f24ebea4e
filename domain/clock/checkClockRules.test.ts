import fc from 'fast-check'
import { CLASS_CODES } from '../case/reasons'
import { CHANGEABLE, lengthOfAllowance } from './changeable'
import { clockRulesTrouble } from './checkClockRules'
import { CLOCK_NAMES, PRIORITIES, ruleFor, USUAL_RULES, type Allowance, type ClockRule } from './rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const always = (hours: number): Allowance => ({ within: hours * HOUR, of: 'always' })
const inHours = (minutes: number): Allowance => ({ within: minutes * MINUTE, of: 'serviceHours' })
const review: ClockRule = { clock: 'review', allows: always(12) }

it.each<[string, ClockRule[]]>([
  ['nothing of its own', []],
  ['a review in half a day', [review]],
  ['a slower one, with the desk after it', [{ clock: 'review', allows: always(48), escalateAfter: always(48) }]],
  ['another one for a class and for a kind of case', [review, { ...review, class: 'repair' }, { ...review, class: 'repair', priority: 'complex' }]],
  ['a danger seen sooner', [{ ...review, class: 'hazard', allows: always(2) }]],
  ['the courier\'s in working days', [{ clock: 'resolve', class: 'logistics', allows: { workingDays: 2 } }]],
  ['everything by tonight', [{ clock: 'resolve', allows: { today: true } }]],
  ['a shorter wait with a later reminder', [{ clock: 'evidence', allows: always(24), remindBefore: [4 * HOUR] }]],
])('may be: %s', (_, rules) => expect(clockRulesTrouble(rules)).toBeNull())

it.each<[string, ClockRule[], string, string]>([
  ['a right made shorter', [{ clock: 'appealWindow', allows: always(24) }], 'NOT_CHANGEABLE', 'rules.0.clock'],
  ['telling people, put off', [{ clock: 'tell', allows: always(72) }], 'NOT_CHANGEABLE', 'rules.0.clock'],
  ['an end that is said case by case', [{ clock: 'investigation', allows: always(72) }], 'NOT_CHANGEABLE', 'rules.0.clock'],
  ['the same twice', [review, review], 'SAME_LINE_TWICE', 'rules.1'],
  ['the same twice, for a class', [{ ...review, class: 'price' }, review, { ...review, class: 'price', allows: always(3) }], 'SAME_LINE_TWICE', 'rules.2'],
  ['less than a day for a neighbour', [{ clock: 'evidence', allows: always(23), remindBefore: [HOUR] }], 'TOO_SHORT', 'rules.0.allows'],
  ['less than a day to say yes', [{ clock: 'offer', allows: always(12), remindBefore: [HOUR] }], 'TOO_SHORT', 'rules.0.allows'],
  ['a word within a minute', [{ clock: 'respond', allows: inHours(1) }], 'TOO_SHORT', 'rules.0.allows'],
  ['a week to look', [{ clock: 'review', allows: always(7 * 24), escalateAfter: always(7 * 24) }], 'TOO_LONG', 'rules.0.allows'],
  ['an appeal that takes longer than was said to everybody', [{ clock: 'appeal', allows: always(96), escalateAfter: always(96) }], 'TOO_LONG', 'rules.0.allows'],
  ['money by working days', [{ clock: 'refund', allows: { workingDays: 1 } }], 'OTHER_MEASURE', 'rules.0.allows'],
  ['a look before closing', [{ clock: 'review', allows: { today: true } }], 'OTHER_MEASURE', 'rules.0.allows'],
  ['half a minute', [{ clock: 'review', allows: { within: HOUR + 30_000, of: 'always' } }], 'NOT_MINUTES', 'rules.0.allows'],
  ['more working days than there is patience', [{ clock: 'resolve', allows: { workingDays: 16 } }], 'TOO_LONG', 'rules.0.allows'],
  ['reminders in disorder', [{ clock: 'evidence', allows: always(48), remindBefore: [HOUR, 4 * HOUR] }], 'REMINDERS_OUT_OF_ORDER', 'rules.0.remindBefore.1'],
  ['one reminder twice', [{ clock: 'evidence', allows: always(48), remindBefore: [HOUR, HOUR] }], 'REMINDERS_OUT_OF_ORDER', 'rules.0.remindBefore.1'],
  ['a reminder before it begins', [{ clock: 'evidence', allows: always(24), remindBefore: [24 * HOUR] }], 'REMINDED_TOO_EARLY', 'rules.0.remindBefore.0'],
  ['the usual reminder, before it begins', [{ clock: 'evidence', allows: always(24) }], 'REMINDED_TOO_EARLY', 'rules.0.remindBefore'],
  ['an end that nobody was reminded of', [{ clock: 'evidence', allows: always(48), remindBefore: [] }], 'REMINDER_NEEDED', 'rules.0.remindBefore'],
  ['four reminders', [{ clock: 'evidence', allows: always(48), remindBefore: [8, 4, 2, 1].map(h => h * HOUR) }], 'TOO_MANY_REMINDERS', 'rules.0.remindBefore'],
  ['nudged every ten minutes', [{ ...review, nudgeEvery: 10 * MINUTE }], 'NUDGES_TOO_OFTEN', 'rules.0.nudgeEvery'],
  ['nudged in a year', [{ ...review, nudgeEvery: 365 * 24 * HOUR }], 'TOO_LONG', 'rules.0.nudgeEvery'],
  ['the desk before the leader\'s time is over', [{ ...review, escalateAfter: always(6) }], 'DESK_TOO_EARLY', 'rules.0.escalateAfter'],
  ['the usual desk before the leader\'s own time is over', [{ clock: 'review', allows: always(48) }], 'DESK_TOO_EARLY', 'rules.0.escalateAfter'],
  ['the desk where it takes nothing over', [{ clock: 'counter', allows: always(12), escalateAfter: always(24) }], 'NOT_CHANGEABLE', 'rules.0.escalateAfter'],
  ['the desk by service hours', [{ ...review, escalateAfter: inHours(24 * 60) }], 'OTHER_MEASURE', 'rules.0.escalateAfter'],
  ['a danger seen later', [{ clock: 'review', class: 'hazard', allows: always(48), escalateAfter: always(48) }], 'DANGER_SLOWER', 'rules.0.allows'],
  ['a danger that is not urgent', [{ ...review, class: 'hazard', priority: 'complex' }], 'NEVER_TRUE', 'rules.0.priority'],
  ['a timetable', CLASS_CODES.flatMap(c => (['review', 'operator', 'counter', 'resolve', 'update', 'inspect'] as const).map((clock): ClockRule => ({ clock, class: c, allows: always(5) }))), 'TOO_MANY_RULES', 'rules'],
])('may not be: %s', (_, rules, code, field) => {
  expect(clockRulesTrouble(rules)).toEqual({ code, field, message: expect.stringMatching(/^[^a-zA-Z]*[一-鿿][^a-zA-Z]*$/) })
})

it('the usual lines lie within what a community may choose, and every clock says so or why not', () => {
  for (const { clock, class: caseClass, priority, ...line } of USUAL_RULES) {
    if (typeof CHANGEABLE[clock] === 'string') continue
    expect([clock, caseClass, priority, clockRulesTrouble([{ clock, class: caseClass, priority, ...line }])]).toEqual([clock, caseClass, priority, null])
  }
  for (const clock of CLOCK_NAMES) expect(CHANGEABLE[clock]).toBeTruthy()
})

it('whatever is taken: no wait of a neighbour under a day, no danger slower, nobody loses by silence unreminded, the desk never before its time', () => {
  const hours = fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(24, 48, 72, 400))
  const line = fc.record({
    clock: fc.constantFrom(...CLOCK_NAMES), class: fc.option(fc.constantFrom(...CLASS_CODES), { nil: undefined }), priority: fc.option(fc.constantFrom(...PRIORITIES), { nil: undefined }),
    allows: fc.oneof({ arbitrary: hours.map(always), weight: 5 }, fc.integer({ min: 1, max: 300 }).map(inHours), hours.map(workingDays => ({ workingDays })), fc.constant({ today: true as const })),
    remindBefore: fc.option(fc.array(hours.map(h => h * HOUR), { maxLength: 2 }), { nil: undefined }), escalateAfter: fc.option(hours.map(always), { freq: 1, nil: undefined }),
  }).map((l): ClockRule => JSON.parse(JSON.stringify(l)) as ClockRule)
  let taken = 0
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), rules => {
    if (clockRulesTrouble(rules)) return
    taken += rules.length
    for (const clock of new Set(rules.map(r => r.clock))) for (const c of CLASS_CODES) for (const p of c === 'hazard' ? ['urgent' as const] : PRIORITIES) {
      const [rule, usual] = [ruleFor(rules, clock, c, p), ruleFor([], clock, c, p)]
      const length = lengthOfAllowance(rule.allows)
      const wrong = [
        ['evidence', 'offer', 'bringBack', 'receive'].includes(clock) && length < 24 * HOUR, ['appealWindow', 'tell', 'investigation'].includes(clock), c === 'hazard' && length > lengthOfAllowance(usual.allows),
        ['evidence', 'offer', 'bringBack'].includes(clock) && (rule.remindBefore ?? []).length === 0, rule.escalateAfter && lengthOfAllowance(rule.escalateAfter) < length, rule.remindBefore?.some(before => before >= length),
      ]
      if (wrong.some(w => w === true)) throw new Error(`${c} ${p}: ${JSON.stringify(rule)}`)
    }
  }), { numRuns: 2000 })
  expect(taken).toBeGreaterThan(20)
})
