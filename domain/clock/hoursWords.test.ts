import { clockWords, hoursChangeWords, hoursWords } from './hoursWords'
import { USUAL_HOURS, type DayHours, type ServiceHours } from './serviceHours'

const USUAL = { week: USUAL_HOURS }
const nine: DayHours = [{ from: 540, to: 1260 }]
const on = (days: Record<number, DayHours>): { week: ServiceHours } => ({ week: USUAL_HOURS.map((day, i) => days[i] ?? day) as ServiceHours })

test('hours as people write them', () => {
  expect([hoursWords([{ from: 480, to: 1320 }]), hoursWords([]), clockWords(0), clockWords(1440), clockWords(545)]).toEqual(['8:00–22:00', '休息', '0:00', '24:00', '9:05'])
})

test.each([
  ['nothing', USUAL, []],
  ['every day', on({ 0: nine, 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: nine }), ['每天：8:00–22:00 → 9:00–21:00']],
  ['the working week, and the end of it otherwise', on({ 0: nine, 1: nine, 2: nine, 3: nine, 4: nine, 5: [], 6: [] }), ['周一到周五：8:00–22:00 → 9:00–21:00', '周六、周日：8:00–22:00 → 休息']],
  ['days apart', on({ 0: nine, 2: nine, 4: nine, 5: nine, 6: nine }), ['周一、周三、周五到周日：8:00–22:00 → 9:00–21:00']],
  ['a break', on({ 1: [{ from: 480, to: 720 }, { from: 840, to: 1320 }] }), ['周二：8:00–22:00 → 8:00–12:00、14:00–22:00']],
  ['holidays', { ...USUAL, holiday: [] }, ['法定节假日：跟平时一样 → 休息']],
])('%s', (_what, after, words) => expect(hoursChangeWords(USUAL, after)).toEqual(words))

test('back from holidays of their own; the same hours on them as on other days are a change all the same', () => {
  expect(hoursChangeWords({ ...USUAL, holiday: nine }, USUAL)).toEqual(['法定节假日：9:00–21:00 → 跟平时一样'])
  expect(hoursChangeWords(USUAL, { ...USUAL, holiday: USUAL_HOURS[0] })).toEqual(['法定节假日：跟平时一样 → 8:00–22:00'])
})
