import { USUAL_HOURS } from '../../../../../domain/clock/serviceHours'
import { clockWords, hoursWords } from '../../../../words/serviceWords'
import { withDay } from './weekdays'

test('hours as people write them', () => {
  expect([hoursWords([{ from: 480, to: 1320 }]), hoursWords([]), clockWords(0), clockWords(1440), clockWords(545)]).toEqual(['8:00–22:00', '休息', '0:00', '24:00', '9:05'])
})

test('one day changes, or all do', () => {
  expect(withDay(USUAL_HOURS, 6, [])).toEqual([...USUAL_HOURS.slice(0, 6), []])
  expect(withDay(USUAL_HOURS, 'all', [])).toEqual(Array(7).fill([]))
})
