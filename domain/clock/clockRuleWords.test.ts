import { CHANGEABLE, type Bounds } from './changeable'
import { longestWords } from './clockRuleWords'
import type { ClockName } from './rules'

const bounds = (clock: ClockName) => CHANGEABLE[clock] as Bounds

test('how long a promise may be at most: in days, and in working days where these may be chosen', () => {
  expect([longestWords(bounds('refund')), longestWords(bounds('respond')), longestWords(bounds('resolve'))]).toEqual(['3 天', '4 小时', '15 天，或 15 个工作日'])
})
