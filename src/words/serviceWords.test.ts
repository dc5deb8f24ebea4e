import { hoursAhead } from '../../domain/clock/hoursAhead'
import { USUAL_HOURS, type DayHours, type OpenTimes, type ServiceHours } from '../../domain/clock/serviceHours'
import { serviceWords } from './serviceWords'

const at = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)
const usual: OpenTimes = { week: USUAL_HOURS }
/** 2026-11-14 is a Saturday. */
const workdays: OpenTimes = { week: USUAL_HOURS.map((h, i) => (i < 5 ? h : [])) as ServiceHours }
const noon: DayHours = [{ from: 540, to: 720 }, { from: 840, to: 1200 }]
const withBreak: OpenTimes = { week: [noon, noon, noon, noon, noon, noon, noon], holiday: [] }

it.each<[string, OpenTimes, string]>([
  ['2026-11-14 07:00', usual, '今天 8:00–22:00 有人管'],
  ['2026-11-14 21:59', usual, '今天 8:00–22:00 有人管'],
  ['2026-11-14 22:00', usual, '现在没人值班，明天 8:00 起有人管；您照样可以反映'],
  ['2026-11-14 10:00', workdays, '现在没人值班，11月16日 8:00 起有人管；您照样可以反映'],
  ['2026-11-15 10:00', workdays, '现在没人值班，明天 8:00 起有人管；您照样可以反映'],
  // The noon break: it goes on later the same day.
  ['2026-11-14 13:00', withBreak, '今天 9:00–12:00、14:00–20:00 有人管'],
  // A Saturday that is worked for the golden week, and the golden week itself.
  ['2026-10-10 10:00', workdays, '今天 8:00–22:00 有人管'],
  ['2026-10-02 10:00', withBreak, '现在没人值班，10月8日 9:00 起有人管；您照样可以反映'],
  ['2026-11-14 10:00', { week: [[], [], [], [], [], [], []] }, ''],
])('at %s', (clock, open, words) => {
  expect(serviceWords(hoursAhead(open, at(clock)), at(clock))).toBe(words)
})

it('says nothing of days that nobody announced yet', () => {
  expect(hoursAhead(workdays, at('2098-12-30 10:00'))).toEqual([])
  expect(serviceWords([], at('2098-12-30 10:00'))).toBe('')
})
