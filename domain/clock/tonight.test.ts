import fc from 'fast-check'
import { isOpenAt } from './businessTime'
import { hoursAhead } from './hoursAhead'
import { LATEST_PROMISE } from './policy'
import { USUAL_HOURS, type DayHours, type OpenTimes } from './serviceHours'
import { before } from './shanghai'
import { joinsPromise, nextPromise } from './tonight'

const at = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)

it.each([
  ['2026-11-14 08:00', '今晚9点前'], ['2026-11-14 20:00', '今晚9点前'], ['2026-11-14 20:01', '明天上午10点前'], ['2026-11-14 23:59', '明天上午10点前'], ['2026-11-15 00:00', '今晚9点前'],
])('said at %s: %s', (clock, words) => {
  expect(before(nextPromise(at(clock), hoursAhead({ week: USUAL_HOURS }, at(clock))), at(clock))).toBe(words)
})

it('is always at least an hour away and never later than a promise may be', () => {
  fc.assert(fc.property(fc.integer({ min: at('2020-01-01 00:00'), max: at('2099-01-01 00:00') }), now => {
    const left = nextPromise(now, []) - now
    expect(left).toBeGreaterThanOrEqual(3600_000)
    expect(left).toBeLessThanOrEqual(LATEST_PROMISE)
  }))
})

describe('where the hours are others', () => {
  const day = (from: number, to: number): DayHours => [{ from: from * 60, to: to * 60 }]
  const open = (...[mon, tue, wed, thu, fri, sat, sun]: DayHours[]): OpenTimes => ({ week: [mon ?? [], tue ?? [], wed ?? [], thu ?? [], fri ?? [], sat ?? [], sun ?? []] })
  const every = (hours: DayHours) => open(hours, hours, hours, hours, hours, hours, hours)

  it.each<[says: string, OpenTimes, clock: string, until: string]>([
    ['at closing, where that is sooner', every(day(8, 19)), '2026-11-14 14:00', '2026-11-14 19:00'],
    ['tomorrow, where closing is too near', every(day(8, 19)), '2026-11-14 18:30', '2026-11-15 10:00'],
    ['before the break that goes over it', every([{ from: 8 * 60, to: 12 * 60 }, { from: 21 * 60 + 30, to: 23 * 60 }]), '2026-11-14 09:00', '2026-11-14 12:00'],
    ['an hour after they open, where that is late', every(day(14, 20)), '2026-11-14 19:30', '2026-11-15 15:00'],
    ['tonight, said before they open', every(day(14, 20)), '2026-11-14 06:00', '2026-11-14 20:00'],
    ['nobody there on Sundays: the word of the leader', open(day(8, 22), day(8, 22), day(8, 22), day(8, 22), day(8, 22), day(8, 22)), '2026-11-14 21:00', '2026-11-15 10:00'],
    ['said in a night before a day off: the day after it', open(day(8, 22), day(8, 22), day(8, 22), day(8, 22), day(8, 22), day(8, 22)), '2026-11-15 00:30', '2026-11-16 10:00'],
  ])('%s', (_says, times, clock, until) => {
    expect(before(nextPromise(at(clock), hoursAhead(times, at(clock))), at(clock))).toBe(before(at(until), at(clock)))
  })

  it('it is a time at which somebody answers, where there is one within reach', () => {
    fc.assert(fc.property(fc.integer({ min: at('2026-01-05 00:00'), max: at('2026-12-01 00:00') }), fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 10 }), (now, from, long) => {
      const times = every(day(from, Math.min(24, from + long)))
      expect(isOpenAt(nextPromise(now, hoursAhead(times, now)), { open: times })).toBe(true)
    }))
  })
})

it.each([
  ['2026-11-14 15:40', true], ['2026-11-14 20:00', true], ['2026-11-14 20:01', false], ['2026-11-14 21:30', false],
])('who reports at %s joins what was promised for nine: %s', (clock, joins) => {
  const promise = { until: at('2026-11-14 21:00'), at: at('2026-11-14 14:00') }
  expect(joinsPromise(promise, at(clock))).toBe(joins ? promise.until : null)
})

it('nothing was promised: nothing to join', () => {
  expect([joinsPromise(null, 0), joinsPromise(undefined, 0)]).toEqual([null, null])
})
