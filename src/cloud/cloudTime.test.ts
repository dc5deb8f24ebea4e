import fc from 'fast-check'
import type * as CloudTime from './cloudTime'

const MINUTE = 60_000

/** A phone that has heard nothing yet. */
function fresh(): typeof CloudTime {
  let own: typeof CloudTime | undefined
  jest.isolateModules(() => { own = jest.requireActual<typeof CloudTime>('./cloudTime') })
  if (!own) throw new Error('not loaded')
  return own
}

test('before any answer the phone\'s own clock counts; a phone 20 minutes behind goes by the cloud\'s with the first', () => {
  const { heardCloudTime, cloudAhead, watchCloudTime } = fresh()
  const heard = jest.fn()
  const stop = watchCloudTime(heard)
  expect(cloudAhead()).toBe(0)
  heardCloudTime(20 * MINUTE + 50, 0, 100)
  expect([cloudAhead(), heard.mock.calls.length]).toEqual([20 * MINUTE, 1])
  // A slow answer that may as well mean the same changes nothing.
  heardCloudTime(20 * MINUTE + 9_000, 1_000, 10_000)
  expect([cloudAhead(), heard.mock.calls.length]).toEqual([20 * MINUTE, 1])
  // Somebody put the phone's clock right: it is noticed with the next answer.
  heardCloudTime(30 * MINUTE, 30 * MINUTE - 50, 30 * MINUTE + 50)
  expect(Math.abs(cloudAhead())).toBeLessThanOrEqual(50)
  stop()
  heardCloudTime(90 * MINUTE, 0, 1)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('what makes no sense is not believed', () => {
  const { heardCloudTime, cloudAhead } = fresh()
  heardCloudTime(Number.NaN, 0, 1)
  heardCloudTime(20 * MINUTE, 10, 5)
  expect(cloudAhead()).toBe(0)
})

test('whatever answers take, and wherever in between the cloud looked at its clock: none makes it wrong by more than it took itself', () => {
  const answer = fc.record({ pause: fc.nat(10 * MINUTE), took: fc.nat(MINUTE), looked: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(fc.property(fc.integer({ min: -24 * 60 * MINUTE, max: 24 * 60 * MINUTE }), fc.array(answer, { minLength: 1, maxLength: 20 }), (ahead, answers) => {
    const { heardCloudTime, cloudAhead } = fresh()
    let at = 0
    let best = Infinity
    for (const { pause, took, looked } of answers) {
      at += pause
      heardCloudTime(at + took * looked + ahead, at, at + took)
      at += took
      // A quick one stays as good as it was, whatever slow ones come after it.
      best = Math.min(best, took)
      expect(Math.abs(cloudAhead() - ahead)).toBeLessThanOrEqual(best + 0.001)
    }
  }))
})
