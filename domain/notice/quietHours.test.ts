import fc from 'fast-check'
import type { ServiceHours } from '../clock/serviceHours'
import { shanghai } from '../clock/shanghai'
import { lasts, LONGEST_QUIET, mayBeQuiet, USUAL_QUIET } from './quietHours'
import { nextQuiet, quietUntil, quietWhileClosed } from './quietUntil'

/** An instant, by Shanghai's clock: '2026-11-14 10:20'. */
const at = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)

test.each([
  ['2026-11-14 21:59', null], ['2026-11-14 22:00', '2026-11-15 08:00'], ['2026-11-14 23:59', '2026-11-15 08:00'], ['2026-11-15 00:00', '2026-11-15 08:00'],
  ['2026-11-15 07:59', '2026-11-15 08:00'], ['2026-11-15 08:00', null], ['2026-11-15 12:00', null], ['2026-12-31 23:00', '2027-01-01 08:00'], ['2028-02-28 22:30', '2028-02-29 08:00'],
])('usually, at %s: until %s', (now, until) => {
  expect(quietUntil(at(now), USUAL_QUIET)).toBe(until === null ? null : at(until))
})

test.each([
  ['2026-11-14 12:00', '2026-11-14 14:00'], ['2026-11-14 13:59', '2026-11-14 14:00'], ['2026-11-14 14:00', null], ['2026-11-14 11:59', null],
])('a rest at noon, at %s: until %s', (now, until) => {
  expect(quietUntil(at(now), { from: 12 * 60, to: 14 * 60 })).toBe(until === null ? null : at(until))
})

test('who has none is never kept waiting', () => {
  expect(quietUntil(at('2026-11-15 03:00'), null)).toBeNull()
})

describe('what an answer is promised to', () => {
  const open = (...spans: [number, number][]) => {
    const day = spans.map(([from, to]) => ({ from: from * 60, to: to * 60 }))
    return { open: { week: [day, day, day, day, day, day, day] as ServiceHours } }
  }
  test.each([
    ['open till midnight', open([8, 24]), '2026-11-14 23:20', null], ['and closed then', open([8, 24]), '2026-11-15 00:00', '2026-11-15 08:00'], ['open from six', open([6, 20]), '2026-11-14 22:20', '2026-11-15 06:00'],
    ['and then heard', open([6, 20]), '2026-11-15 06:00', null], ['the usual hours', open([8, 22]), '2026-11-14 22:00', '2026-11-15 08:00'], ['open at ten only', open([10, 18]), '2026-11-15 07:00', '2026-11-15 08:00'],
    ['by day', open([8, 22]), '2026-11-15 12:00', null],
  ])('%s, at %#', (_case, schedule, now, until) => {
    expect(quietWhileClosed(at(now), USUAL_QUIET, schedule)).toBe(until === null ? null : at(until))
  })

  test('hours that hang on a year nobody announced give way to the night', () => {
    expect(quietWhileClosed(at('2098-11-14 23:00'), USUAL_QUIET, { open: { ...open([8, 24]).open, holiday: [] } })).toBe(at('2098-11-15 08:00'))
  })

  test('the next night begins today, or tomorrow where today’s is over', () => {
    expect([nextQuiet(at('2026-11-14 21:54'), USUAL_QUIET), nextQuiet(at('2026-11-14 15:00'), { from: 720, to: 840 })]).toEqual([at('2026-11-14 22:00'), at('2026-11-15 12:00')])
  })
})

test.each([[{ from: 0, to: 0 }], [{ from: 600, to: 600 }], [{ from: -1, to: 10 }], [{ from: 10, to: 1440 }], [{ from: 0.5, to: 10 }], [{ from: 20 * 60, to: 10 * 60 + 1 }], [{ from: 600, to: 599 }], [{ from: NaN, to: 1 }]])('%j are no quiet hours', quiet => {
  expect(mayBeQuiet(quiet)).toBe(false)
})

const time = fc.integer({ min: 0, max: 1439 })
const someQuiet = fc.record({ from: time, to: time }).filter(mayBeQuiet)
const anInstant = fc.integer({ min: at('2000-01-01 00:00'), max: at('2099-12-31 00:00') })
const minuteOf = (instant: number) => shanghai(instant).hour() * 60 + shanghai(instant).minute()

test('what waits goes at the very end of the quiet hours, never inside them and never later; what does not wait is outside', () => {
  fc.assert(fc.property(anInstant, someQuiet, (now, quiet) => {
    const { from, to } = quiet
    const minute = minuteOf(now)
    // Said once more, the other way round: by the hands of the clock.
    const inside = from < to ? from <= minute && minute < to : minute >= from || minute < to
    const until = quietUntil(now, quiet)
    expect(until !== null).toBe(inside)
    if (until === null) return
    expect(minuteOf(until)).toBe(to)
    expect(until % 60_000).toBe(0)
    expect(until).toBeGreaterThan(now)
    expect(until - now).toBeLessThanOrEqual(lasts(quiet) * 60_000)
    expect(until - now).toBeLessThanOrEqual(LONGEST_QUIET * 60_000)
    expect(quietUntil(until, quiet)).toBeNull()
    expect(quietUntil(until - 1, quiet)).toBe(until)
  }), { numRuns: 2000 })
})
