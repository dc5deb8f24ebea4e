import { CalendarMissing, dayKind, isWorkingDay, officialCalendar } from './calendar'

const at = (day: string, time = '12:00') => Date.parse(`${day}T${time}:00+08:00`)

it.each([
  ['2026-09-30', 'weekday'], ['2026-10-01', 'holiday'], ['2026-10-07', 'holiday'], ['2026-10-08', 'weekday'],
  // Worked in exchange for the golden week.
  ['2026-10-10', 'makeUp'], ['2026-10-11', 'weekend'],
  ['2026-02-14', 'makeUp'], ['2026-02-17', 'holiday'], ['2026-02-28', 'makeUp'], ['2026-11-22', 'weekend'],
  ['2025-10-06', 'holiday'], ['2025-09-28', 'makeUp'],
] as const)('%s is a %s by the notice of its year', (day, kind) => {
  expect(dayKind(at(day))).toBe(kind)
  expect(isWorkingDay(kind)).toBe(kind === 'weekday' || kind === 'makeUp')
})

it('goes by midnight in Shanghai, whatever zone the machine stands in', () => {
  expect([dayKind(at('2026-09-30', '23:59')), dayKind(at('2026-10-01', '00:00')), dayKind(at('2026-10-07', '23:59')), dayKind(at('2026-10-08', '00:00'))]).toEqual(['weekday', 'holiday', 'holiday', 'weekday'])
})

it('a year that nobody announced is an error that names it, and no guess', () => {
  expect(officialCalendar(2099)).toBeNull()
  expect(() => dayKind(at('2099-03-02'))).toThrow(CalendarMissing)
  expect(() => dayKind(at('2099-03-02'))).toThrow('no official calendar of 2099')
})

it('carries every year since cases can have begun, with days off and days worked for them', () => {
  for (const year of [2024, 2025, 2026]) {
    expect(officialCalendar(year)?.holidays.size).toBeGreaterThan(25)
    expect(officialCalendar(year)?.makeUps.size).toBeGreaterThan(3)
  }
})
