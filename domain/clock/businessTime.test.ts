import fc from 'fast-check'
import { afterTime, countedBetween, isOpenAt, lastOpen, timeBetween, type Measure, type Schedule } from './businessTime'
import type { Calendar } from './calendar'
import { lengthOf, normalized, type Interval } from './interval'
import { DAY_MINUTES, USUAL_HOURS, type DayHours, type ServiceHours } from './serviceHours'
import { shanghaiMidnight } from './shanghai'

const HOUR = 3600_000
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const usual: Schedule = { open: { week: USUAL_HOURS } }
const morningAndEvening: DayHours = [{ from: 9 * 60, to: 12 * 60 }, { from: 18 * 60, to: 21 * 60 }]
const office: Schedule = { open: { week: [morningAndEvening, morningAndEvening, morningAndEvening, morningAndEvening, morningAndEvening, [], []], holiday: [] } }

describe('after some hours of service', () => {
  it.each([
    ['inside the hours', usual, '2026-11-20 10:00', 2, '2026-11-20 12:00'],
    ['over the night', usual, '2026-11-20 21:00', 2, '2026-11-21 09:00'],
    ['filed at night it begins in the morning', usual, '2026-11-20 23:30', 2, '2026-11-21 10:00'],
    ['at closing, and not at the next opening', usual, '2026-11-20 20:00', 2, '2026-11-20 22:00'],
    ['over the noon break', office, '2026-11-20 11:00', 2, '2026-11-20 19:00'],
    ['over the weekend', office, '2026-11-20 20:00', 2, '2026-11-23 10:00'],
    ['over 国庆, to the first day of work', office, '2026-09-30 20:00', 2, '2026-10-08 10:00'],
    ['on a Saturday that is worked for it', office, '2026-10-09 20:00', 2, '2026-10-10 10:00'],
  ] as const)('%s', (_, schedule, from, hours, due) => {
    expect(afterTime(at(from), hours * HOUR, 'serviceHours', schedule)).toBe(at(due))
  })
})

describe('after working days', () => {
  it.each([
    ['a week has five', '2026-11-16 00:00', 7, '2026-11-24 24:00'],
    ['the golden week has none, and the Saturday after it is one', '2026-09-29 00:00', 7, '2026-10-13 24:00'],
  ] as const)('%s', (_, from, days, end) => {
    expect(afterTime(at(from), days * 24 * HOUR, 'workingDays', usual)).toBe(Date.parse(`${end.slice(0, 10)}T00:00:00+08:00`) + 24 * HOUR)
  })

  it('ask for a year that is not announced: an error, no guess', () => {
    expect(() => afterTime(at('2098-12-30 09:00'), 7 * 24 * HOUR, 'workingDays', usual)).toThrow('no official calendar of 2098')
    // Where every day is alike, nothing hangs on it.
    expect(afterTime(at('2098-12-30 09:00'), HOUR, 'serviceHours', usual)).toBe(at('2098-12-30 10:00'))
  })
})

it('hours that nobody keeps are the usual ones: a promise comes due all the same', () => {
  const never: Schedule = { open: { week: [[], [], [], [], [], [], []] } }
  expect(afterTime(at('2026-11-20 23:00'), HOUR, 'serviceHours', never)).toBe(at('2026-11-21 09:00'))
})

describe('a Saturday or Sunday that is worked in exchange for a holiday', () => {
  const day: DayHours = [{ from: 8 * 60, to: 22 * 60 }]
  const short: DayHours = [{ from: 10 * 60, to: 12 * 60 }]
  it.each([
    ['has a Monday’s hours', [day, day, day, day, day, short, short], '2026-09-20 09:00', true],
    ['though nobody is there on Sundays', [day, day, day, day, day, [], []], '2026-09-20 09:00', true],
    ['keeps its own where nobody is there on Mondays', [[], day, day, day, day, day, short], '2026-09-20 10:30', true],
    ['and no longer ones', [[], day, day, day, day, day, short], '2026-09-20 09:00', false],
  ] as const)('%s', (_, week, now, open) => {
    expect(isOpenAt(at(now), { open: { week: week as unknown as ServiceHours } })).toBe(open)
  })
})

it('the last moment that somebody answered', () => {
  expect(lastOpen(at('2026-11-20 23:30'), usual)).toBe(at('2026-11-20 22:00'))
  expect(lastOpen(at('2026-11-20 07:30'), usual)).toBe(at('2026-11-19 22:00'))
  expect(lastOpen(at('2026-11-20 15:00'), usual)).toBe(at('2026-11-20 15:00'))
  expect(lastOpen(at('2026-10-05 15:00'), office)).toBe(at('2026-09-30 21:00'))
})

describe('always', () => {
  const span: fc.Arbitrary<DayHours> = fc.uniqueArray(fc.integer({ min: 0, max: DAY_MINUTES }), { maxLength: 6 }).map(points => {
    const ends = points.sort((a, b) => a - b)
    return Array.from({ length: Math.floor(ends.length / 2) }, (_, i) => ({ from: ends[2 * i] ?? 0, to: ends[2 * i + 1] ?? 0 }))
  })
  const schedule: fc.Arbitrary<Schedule> = fc.record({ week: fc.tuple(span, span, span, span, span, span, span) as fc.Arbitrary<ServiceHours>, holiday: fc.option(span, { nil: undefined }) })
    .map(({ week, holiday }) => ({ open: { week, ...(holiday ? { holiday } : {}) } }))
  const measure = fc.constantFrom<Measure>('always', 'serviceHours', 'workingDays')
  // Two years with two golden weeks, two Spring Festivals and their make-up days, by the minute and off it.
  const instant = fc.integer({ min: at('2025-01-02 00:00'), max: at('2026-11-30 00:00') })
  const length = fc.integer({ min: 0, max: 20 * 24 * HOUR })
  const stretch = fc.tuple(instant, length).map(([from, ms]): Interval => ({ from, to: from + ms }))
  const near = (from: number) => fc.tuple(fc.integer({ min: 0, max: 6 * 24 * HOUR }), fc.integer({ min: 1, max: 3 * 24 * HOUR })).map(([ahead, ms]): Interval => ({ from: from + ahead, to: from + ahead + ms }))
  const runs = { numRuns: 400 }

  it('splitting an interval never changes the sum', () => {
    fc.assert(fc.property(schedule, measure, stretch, fc.array(instant, { maxLength: 3 }), (s, m, { from, to }, cuts) => {
      const ends = [from, ...cuts.filter(c => c > from && c < to).sort((a, b) => a - b), to]
      const parts = ends.slice(1).map((end, i) => timeBetween(ends[i] ?? NaN, end, m, s))
      expect(parts.reduce((a, b) => a + b, 0)).toBe(timeBetween(from, to, m, s))
    }), runs)
  })

  it('after an amount, exactly that amount has gone by, and not a moment earlier', () => {
    fc.assert(fc.property(schedule, measure, instant, fc.integer({ min: 1, max: 60 * HOUR }), (s, m, from, amount) => {
      const due = afterTime(from, amount, m, s)
      expect(timeBetween(from, due, m, s)).toBe(amount)
      expect(timeBetween(from, due - 1, m, s)).toBe(amount - 1)
    }), runs)
  })

  it('a pause of x moves the due time by exactly x of what counts', () => {
    fc.assert(fc.property(fc.tuple(schedule, measure, instant, fc.integer({ min: 1, max: 60 * HOUR })).chain(([s, m, from, amount]) => fc.tuple(fc.constant({ s, m, from, amount }), near(from))), ([{ s, m, from, amount }, pause]) => {
      const due = afterTime(from, amount, m, s)
      const paused = afterTime(from, amount, m, s, [pause])
      // What of the pause lies before the end that it moves: a pause after it moves nothing.
      const counted = pause.from >= due ? 0 : timeBetween(pause.from, Math.min(pause.to, paused), m, s)
      expect(timeBetween(due, paused, m, s)).toBe(counted)
    }), runs)
  })

  it('the order of pauses, and whether they overlap, does not matter', () => {
    fc.assert(fc.property(schedule, measure, instant.chain(from => fc.tuple(fc.constant(from), fc.array(near(from), { maxLength: 4 }))), fc.integer({ min: 0, max: 40 * HOUR }), fc.infiniteStream(fc.nat()), (s, m, [from, pauses], amount, order) => {
      const due = afterTime(from, amount, m, s, pauses)
      const shuffled = pauses.map(p => ({ p, by: order.next().value })).sort((a, b) => a.by - b.by).map(({ p }) => p)
      expect(afterTime(from, amount, m, s, shuffled)).toBe(due)
      expect(afterTime(from, amount, m, s, normalized(pauses))).toBe(due)
    }), runs)
  })

  it('nothing is ever due inside a closed hour, nor inside a pause', () => {
    fc.assert(fc.property(schedule, instant.chain(from => fc.tuple(fc.constant(from), fc.array(near(from), { maxLength: 3 }))), fc.integer({ min: 0, max: 60 * HOUR }), (s, [from, pauses], amount) => {
      const due = afterTime(from, amount, 'serviceHours', s, pauses)
      const open = s.open.week.some(day => day.length > 0) || (s.open.holiday ?? []).length > 0 ? s : usual
      expect(isOpenAt(due, open)).toBe(true)
      expect(pauses.some(p => p.from < due && due < p.to)).toBe(false)
    }), runs)
  })

  it('no day on which somebody would be there is closed by being worked in exchange for a holiday', () => {
    const everyDay: Calendar = () => ({ holidays: new Set(), makeUps: { has: () => true } as unknown as Set<string> })
    const noDay: Calendar = () => ({ holidays: new Set(), makeUps: new Set() })
    fc.assert(fc.property(schedule, instant, (s, now) => {
      const opens = (calendar: Calendar) => timeBetween(shanghaiMidnight(now), shanghaiMidnight(now) + 24 * HOUR, 'serviceHours', { ...s, calendar }) > 0
      expect(opens(everyDay) || !opens(noDay)).toBe(true)
    }), runs)
  })

  it('what counts lies inside and in order', () => {
    fc.assert(fc.property(schedule, measure, stretch, (s, m, { from, to }) => {
      const counted = countedBetween(from, to, m, s)
      expect(counted).toEqual(normalized(counted))
      expect(lengthOf(counted)).toBeLessThanOrEqual(to - from)
      for (const c of counted) expect(c.from >= from && c.to <= to).toBe(true)
    }), runs)
  })
})
