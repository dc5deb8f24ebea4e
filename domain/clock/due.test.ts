import fc from 'fast-check'
import { isOpenAt, timeBetween, type Schedule } from './businessTime'
import { dueOf, dueUnder, type Clocks, type Running } from './due'
import type { Interval } from './interval'
import { CLOCK_NAMES, PRIORITIES, ruleFor, USUAL_RULES, type ClockPolicy, type Priority, type ClockRule } from './rules'
import { USUAL_HOURS, type ServiceHours } from './serviceHours'
import { CLASS_CODES } from '../case/reasons'

const HOUR = 3600_000
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const usual: Schedule = { open: { week: USUAL_HOURS } }
const closedOnHolidays: Schedule = { open: { week: USUAL_HOURS, holiday: [] } }
const running = ({ priority = 'usual', ...over }: Partial<Running> & { priority?: Priority } = {}): Running => ({ clock: 'review', class: 'quality', priorities: [{ from: 0, priority }], party: 'leader', from: at('2026-11-20 10:20'), breaks: [], endedAt: null, ...over })
const clocks = (policies: ClockPolicy[] = [], { open, calendar }: Schedule = usual): Clocks => ({ policies: [{ version: 0, from: 0, rules: [], open }, ...policies], ...(calendar ? { calendar } : {}) })

describe('due', () => {
  it.each<[string, Partial<Running> & { priority?: Priority }, string, Schedule?]>([
    ['a review in a day', {}, '2026-11-21 10:20'],
    ['at night it is kept before closing, not after it', { from: at('2026-11-20 23:30') }, '2026-11-21 22:00'],
    ['who is waited for may answer in the morning', { clock: 'evidence', party: 'resident', from: at('2026-11-20 23:30') }, '2026-11-23 08:00'],
    ['over 国庆 with nobody there, on the first day that somebody is', { from: at('2026-09-30 21:00') }, '2026-10-08 08:00', closedOnHolidays],
    ['the first word within five minutes', { clock: 'respond' }, '2026-11-20 10:25'],
    ['at night, five minutes after they open', { clock: 'respond', from: at('2026-11-20 23:30') }, '2026-11-21 08:05'],
    ['done in two hours of service', { clock: 'resolve', from: at('2026-11-20 21:00') }, '2026-11-21 09:00'],
    ['or in a day, where it is no simple matter', { clock: 'resolve', priority: 'complex' }, '2026-11-21 10:20'],
    ['the courier\'s on the same day', { clock: 'resolve', class: 'logistics' }, '2026-11-20 22:00'],
    ['on the next, where the day is as good as over', { clock: 'resolve', class: 'logistics', from: at('2026-11-20 21:30') }, '2026-11-21 22:00'],
    ['missing parts in seven working days, the first day not counted', { clock: 'resolve', class: 'missingPart' }, '2026-12-01 22:00'],
    ['over the golden week, with the Saturday that is worked for it', { clock: 'resolve', class: 'missingPart', from: at('2026-09-29 15:00') }, '2026-10-14 22:00'],
    ['a danger asked of a supplier in two hours', { clock: 'supplierFirst', class: 'hazard', party: 'supplier' }, '2026-11-20 12:20'],
  ])('%s', (_, over, due, schedule = usual) => {
    expect(dueOf(running(over), clocks([], schedule)).dueAt).toBe(at(due))
  })
})

it('every clock has a line for every class and priority', () => {
  for (const clock of CLOCK_NAMES) for (const c of CLASS_CODES) for (const p of PRIORITIES) expect(ruleFor([], clock, c, p).clock).toBe(clock)
})

it('the line that says most holds, own before usual, and leaves the rest as usual', () => {
  const own: ClockRule[] = [{ clock: 'resolve', allows: { within: HOUR, of: 'always' } }, { clock: 'respond', allows: { within: 60_000, of: 'always' } }]
  expect(ruleFor(own, 'resolve', 'quality', 'usual').allows).toEqual({ within: HOUR, of: 'always' })
  expect(ruleFor(own, 'resolve', 'logistics', 'usual').allows).toEqual({ today: true })
  expect(ruleFor(own, 'respond', 'quality', 'usual')).toMatchObject({ allows: { within: 60_000 }, nudgeEvery: 1800_000 })
})

describe('a policy that changes', () => {
  const shorter: ClockPolicy = { version: 1, from: at('2026-11-20 12:00'), open: usual.open, rules: [{ clock: 'review', allows: { within: 4 * HOUR, of: 'always' } }] }
  const longer: ClockPolicy = { version: 1, from: at('2026-11-20 12:00'), open: usual.open, rules: [{ clock: 'review', allows: { within: 48 * HOUR, of: 'always' } }] }
  it.each<[string, ClockPolicy, Partial<Running>, string, number]>([
    ['an open one goes by it', shorter, {}, '2026-11-20 14:20', 1],
    ['longer, too', longer, {}, '2026-11-22 10:20', 1],
    ['but is not due before it was made', shorter, { from: at('2026-11-19 20:00') }, '2026-11-20 12:00', 1],
    ['what was due before stays due when it was', longer, { from: at('2026-11-19 09:00') }, '2026-11-20 09:00', 0],
    ['what had come to its end is kept or broken as it was', shorter, { endedAt: at('2026-11-20 11:59') }, '2026-11-21 10:20', 0],
    ['what begins later knows nothing else', shorter, { from: at('2026-11-20 13:00') }, '2026-11-20 17:00', 1],
    ['other hours count from when they were agreed on', { version: 1, from: at('2026-11-20 12:00'), rules: [], open: { week: Array(7).fill([{ from: 600, to: 1080 }]) as ServiceHours } }, { from: at('2026-11-19 20:00') }, '2026-11-20 18:00', 1],
    ['and make nothing late that was kept', { version: 1, from: at('2026-11-20 12:00'), rules: [], open: { week: Array(7).fill([{ from: 0, to: 1440 }]) as ServiceHours } }, { clock: 'respond', from: at('2026-11-20 02:00'), endedAt: at('2026-11-20 08:03') }, '2026-11-20 08:05', 0],
  ])('%s', (_, policy, over, due, version) => {
    expect(dueOf(running(over), clocks([policy]))).toMatchObject({ dueAt: at(due), version })
  })

  it('never makes anything due in the past, whatever it says, and leaves alone what was', () => {
    const rule = fc.record({ clock: fc.constant('review' as const), allows: fc.integer({ min: 1, max: 100 }).map(hours => ({ within: hours * HOUR, of: 'always' as const })) })
    const policies = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), rule), { maxLength: 4 })
      .map(list => list.sort(([a], [b]) => a - b).map(([hours, r], i): ClockPolicy => ({ version: i + 1, from: at('2026-11-18 09:00') + hours * HOUR, open: usual.open, rules: [r] })))
    fc.assert(fc.property(policies, fc.integer({ min: 0, max: 100 }), rule, (before, hours, changed) => {
      const from = at('2026-11-18 09:00')
      const now = (before.at(-1)?.from ?? from) + hours * HOUR
      const was = dueOf(running({ from }), clocks(before))
      const is = dueOf(running({ from }), clocks([...before, { version: 9, from: now, open: usual.open, rules: [changed] }]))
      if (was.dueAt <= now) expect(is).toEqual(was)
      else expect(is.dueAt).toBeGreaterThanOrEqual(now)
    }), { numRuns: 500 })
  })
})

describe('always', () => {
  const breaks = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 40 })), { maxLength: 4 })
  const anyRule = fc.constantFrom(...USUAL_RULES)
  const instant = fc.integer({ min: at('2025-01-02 00:00'), max: at('2026-11-30 00:00') })
  const schedule = fc.constantFrom(usual, closedOnHolidays)
  const party = fc.constantFrom<Running['party'][]>('leader', 'resident', 'supplier', 'operator')

  it('nothing is due inside a closed hour', () => {
    fc.assert(fc.property(anyRule, instant, breaks, schedule, party, (rule, from, pauses, s, who) => {
      const due = dueUnder(rule.allows, { from, party: who, breaks: pauses.map(([a, l]): Interval => ({ from: from + a * HOUR, to: from + (a + l) * HOUR })) }, s)
      expect(isOpenAt(due, s)).toBe(true)
      expect(due).toBeGreaterThan(from)
    }), { numRuns: 1000 })
  })

  it('a pause moves what is counted in service hours by exactly what of it was service', () => {
    fc.assert(fc.property(fc.constantFrom('respond' as const, 'resolve' as const), fc.constantFrom('quality' as const, 'logistics' as const), instant, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 * 60 }), schedule, (clock, c, from, percent, minutes, s) => {
      const { allows } = ruleFor([], clock, c, 'usual')
      const due = dueUnder(allows, { from, party: 'leader', breaks: [] }, s)
      const pause = { from: from + Math.floor((due - from) * percent / 100), to: 0 }
      pause.to = pause.from + minutes * 60_000
      const paused = dueUnder(allows, { from, party: 'leader', breaks: [pause] }, s)
      const counted = pause.from >= due ? 0 : timeBetween(pause.from, Math.min(pause.to, paused), 'serviceHours', s)
      expect(timeBetween(due, paused, 'serviceHours', s)).toBe(counted)
    }), { numRuns: 1000 })
  })
})

it('what became complex before it was due has more time; what was due by then stays late', () => {
  const ten = at('2026-11-20 10:00')
  const resolve = (complexFrom: number) => dueOf(running({ clock: 'resolve', from: ten, priorities: [{ from: ten, priority: 'usual' }, { from: complexFrom, priority: 'complex' }] }), clocks()).dueAt
  expect(resolve(at('2026-11-20 11:00'))).toBe(at('2026-11-21 10:00'))
  expect(resolve(at('2026-11-20 12:00'))).toBe(at('2026-11-20 12:00'))
  expect(resolve(at('2026-11-20 18:00'))).toBe(at('2026-11-20 12:00'))
})

it('needing somebody else gives nobody less time, over closed days neither', () => {
  const weekdays: Schedule = { open: { week: USUAL_HOURS.map((day, i) => (i < 5 ? day : [])) as ServiceHours } }
  const saturday = at('2026-10-17 09:00')
  const monday = at('2026-10-19 08:10')
  const kinds = (from: number): Running['priorities'] => [{ from: saturday, priority: 'usual' }, { from, priority: 'complex' }]
  const resolve = (from: number) => dueOf(running({ clock: 'resolve', from: saturday, priorities: kinds(from) }), clocks([], weekdays)).dueAt
  expect(resolve(Infinity)).toBe(at('2026-10-19 10:00'))
  expect([resolve(monday), resolve(saturday + 24 * HOUR)]).toEqual([at('2026-10-19 10:00'), at('2026-10-19 10:00')])
})

it('being hurried gives nobody more time, and what needs somebody else besides has it', () => {
  const ten = at('2026-11-20 10:00')
  const hurried = { from: at('2026-11-20 11:50'), priority: 'urgent', unhurried: 'usual' } as const
  const resolve = (...more: Running['priorities'][number][]) => dueOf(running({ clock: 'resolve', from: ten, priorities: [{ from: ten, priority: 'usual' }, ...more] }), clocks()).dueAt
  expect(resolve(hurried)).toBe(at('2026-11-20 12:00'))
  expect(resolve(hurried, { from: at('2026-11-20 11:55'), priority: 'urgent', unhurried: 'complex' })).toBe(at('2026-11-21 10:00'))
  fc.assert(fc.property(fc.constantFrom(...CLOCK_NAMES), fc.constantFrom(...CLASS_CODES), fc.constantFrom('usual' as const, 'complex' as const), fc.integer({ min: 1, max: 200 }), (clock, c, kind, hours) => {
    const calm = running({ clock, class: c, from: ten, priorities: [{ from: ten, priority: kind }] })
    const urged: Running = { ...calm, priorities: [...calm.priorities, { from: ten + hours * HOUR, priority: 'urgent', unhurried: kind }] as unknown as Running['priorities'] }
    expect(dueOf(urged, clocks()).dueAt).toBeLessThanOrEqual(dueOf(calm, clocks()).dueAt)
  }))
})

it('what could not be counted can be once other hours hold, and is due no sooner than they do', () => {
  const changed = at('2026-11-20 15:00')
  const unknown = { calendar: () => null }
  const policies: ClockPolicy[] = [{ version: 0, from: 0, rules: [], open: closedOnHolidays.open }, { version: 1, from: changed, rules: [], open: usual.open }]
  const respond = running({ clock: 'respond' })
  expect(() => dueOf(respond, { policies: policies.slice(0, 1), ...unknown })).toThrow('no official calendar')
  expect(dueOf(respond, { policies, ...unknown }).dueAt).toBe(changed)
  expect(dueOf(running(), { policies, ...unknown }).dueAt).toBe(at('2026-11-21 10:20'))
})

it('what is hurried is never due before somebody hurried it', () => {
  const own = clocks([{ version: 1, from: 1, rules: [{ clock: 'review', priority: 'urgent', allows: { within: HOUR, of: 'always' } }], open: usual.open }])
  const hurried = at('2026-11-20 15:00')
  expect(dueOf(running({ priorities: [{ from: 0, priority: 'usual' }, { from: hurried, priority: 'urgent' }] }), own).dueAt).toBe(hurried)
})
