/** The parts of a moment as a clock shows it. `local` is milliseconds as if that clock were UTC's. */

const DAY = 86_400_000

/** Milliseconds of a date in UTC; parts beyond their range carry over. Unlike `Date.UTC`, the years 0–99 are themselves. */
export const utc = (year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, millisecond)
  return date.getTime()
}

export const yearOf = (local: number) => new Date(local).getUTCFullYear()

/** 1 (1 January) to 366. */
export const dayOfYear = (local: number): number => Math.floor((local - utc(yearOf(local))) / DAY) + 1

/** 1 (Sunday) to 7. */
export const dayOfWeek = (local: number): number => new Date(local).getUTCDay() + 1

/** 1 (Monday) to 7. */
export const isoDayOfWeek = (local: number): number => (new Date(local).getUTCDay() + 6) % 7 + 1

/** 0 to 53: weeks begin on Sundays, and what is before the first of them is week 0. */
export const week = (local: number): number => Math.floor((dayOfYear(local) + 6 - new Date(local).getUTCDay()) / 7)

/** The year that the Thursday of this week belongs to (ISO 8601). */
export const isoWeekYear = (local: number): number => yearOf(local + (4 - isoDayOfWeek(local)) * DAY)

/** 1 to 53 (ISO 8601). */
export const isoWeek = (local: number): number => Math.floor((dayOfYear(local + (4 - isoDayOfWeek(local)) * DAY) - 1) / 7) + 1

/** Milliseconds of a day named by its ISO week. */
export const fromIsoWeek = (year: number, week: number, day: number): number => {
  const fourth = utc(year, 1, 4)
  return fourth + (1 - isoDayOfWeek(fourth) + (week - 1) * 7 + day - 1) * DAY
}
