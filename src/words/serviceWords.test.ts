import { USUAL_HOURS, type ServiceHours } from '../../domain/clock/serviceHours'
import { serviceWords } from './serviceWords'

const at = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)
/** 2026-11-14 is a Saturday. */
const workdays = USUAL_HOURS.map((h, i) => (i < 5 ? h : null)) as ServiceHours

it.each<[string, ServiceHours, string]>([
  ['2026-11-14 07:00', USUAL_HOURS, '今天 8:00–22:00 有人管'],
  ['2026-11-14 21:59', USUAL_HOURS, '今天 8:00–22:00 有人管'],
  ['2026-11-14 22:00', USUAL_HOURS, '现在没人值班，明天 8:00 起有人管；您照样可以反映'],
  ['2026-11-14 10:00', workdays, '现在没人值班，11月16日 8:00 起有人管；您照样可以反映'],
  ['2026-11-15 10:00', workdays, '现在没人值班，明天 8:00 起有人管；您照样可以反映'],
  ['2026-11-14 10:00', USUAL_HOURS.map(() => null) as ServiceHours, ''],
])('at %s', (clock, hours, words) => {
  expect(serviceWords(hours, at(clock))).toBe(words)
})
