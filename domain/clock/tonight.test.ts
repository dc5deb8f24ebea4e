import fc from 'fast-check'
import { LATEST_PROMISE } from './policy'
import { before } from './shanghai'
import { joinsPromise, nextPromise } from './tonight'

const at = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)

it.each([
  ['2026-11-14 08:00', '今晚9点前'], ['2026-11-14 20:00', '今晚9点前'], ['2026-11-14 20:01', '明天上午10点前'], ['2026-11-14 23:59', '明天上午10点前'], ['2026-11-15 00:00', '今晚9点前'],
])('said at %s: %s', (clock, words) => {
  expect(before(nextPromise(at(clock)), at(clock))).toBe(words)
})

it('is always at least an hour away and never later than a promise may be', () => {
  fc.assert(fc.property(fc.integer({ min: at('2020-01-01 00:00'), max: at('2099-01-01 00:00') }), now => {
    const left = nextPromise(now) - now
    expect(left).toBeGreaterThanOrEqual(3600_000)
    expect(left).toBeLessThanOrEqual(LATEST_PROMISE)
  }))
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
