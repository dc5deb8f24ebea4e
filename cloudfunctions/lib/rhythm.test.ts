import { USUAL_QUIET } from '../../domain/notice/quietHours'
import { GATHERED_FOR } from '../../domain/notice/bundles'
import { gatheredFor, usualQuiet } from './rhythm'

test('a deployment may set the night, or none', () => {
  expect(usualQuiet(undefined)).toEqual(USUAL_QUIET)
  expect(usualQuiet('none')).toBeNull()
  expect(usualQuiet('21:30-7:05')).toEqual({ from: 1290, to: 425 })
})

test.each(['', '22-8', '22:00', '25:00-8:00', '8:00-8:00', 'None', '20:00-12:00'])('%j is no night', said => {
  expect(() => usualQuiet(said)).toThrow('QUIET_HOURS')
})

test('a deployment may set how long messages are gathered', () => {
  expect([gatheredFor(undefined), gatheredFor('0'), gatheredFor('90')]).toEqual([GATHERED_FOR, 0, 90_000])
})

test.each(['', '-1', '1.5', '1801', 'soon'])('%j is no such time', said => {
  expect(() => gatheredFor(said)).toThrow('GATHER_SECONDS')
})
