import fc from 'fast-check'
import { shanghai } from '../clock/shanghai'
import { lasts, LONGEST_QUIET, mayBeQuiet, USUAL_QUIET } from './quietHours'
import { quietUntil } from './quietUntil'

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
