import { USUAL_HOURS } from '../../../../../domain/clock/serviceHours'
import { withDay } from './weekdays'

test('one day changes, or all do', () => {
  expect(withDay(USUAL_HOURS, 6, [])).toEqual([...USUAL_HOURS.slice(0, 6), []])
  expect(withDay(USUAL_HOURS, 'all', [])).toEqual(Array(7).fill([]))
})
