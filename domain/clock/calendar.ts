import published from 'chinese-days/dist/chinese-days.json'
import { shanghai } from './shanghai'

/** What a day is by the State Council's yearly notice: a weekday, a free Saturday or Sunday, a public holiday, or a day worked in exchange for one (调休). */
export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'makeUp'

/** When something is due cannot be said: a promise says so, and stops nothing else. */
export class NotCountable extends Error {}

/**
 * Nobody has announced the holidays of that year yet, or the package with them is too old. The notice comes in November of the year before; guessing
 * would promise people days that turn out to be free.
 */
export class CalendarMissing extends NotCountable {
  constructor(readonly year: number) {
    super(`no official calendar of ${year}: update the package chinese-days when the State Council has announced it`)
    this.name = 'CalendarMissing'
  }
}

/** The days of a year that are not what their place in the week says. `holidays` and `makeUps` are days as 2026-10-01. */
export interface YearCalendar { holidays: ReadonlySet<string>; makeUps: ReadonlySet<string> }

export type Calendar = (year: number) => YearCalendar | null

/** The official calendar, from chinese-days: it is kept up by its own robot and carries every year since 2004. */
export const officialCalendar: Calendar = year => YEARS.get(year) ?? null

const YEARS = new Map<number, { holidays: Set<string>; makeUps: Set<string> }>()
for (const [kind, days] of [['holidays', published.holidays], ['makeUps', published.workdays]] as const) {
  for (const day of Object.keys(days)) {
    const year = Number(day.slice(0, 4))
    const known = YEARS.get(year) ?? { holidays: new Set(), makeUps: new Set() }
    YEARS.set(year, known)
    known[kind].add(day)
  }
}

/**
 * What the day at this instant is in Shanghai.
 * Throws `CalendarMissing` where the year is not announced.
 */
export function dayKind(at: number, calendar: Calendar = officialCalendar): DayKind {
  const t = shanghai(at)
  const year = calendar(t.year())
  if (!year) throw new CalendarMissing(t.year())
  const day = t.format('YYYY-MM-DD')
  if (year.holidays.has(day)) return 'holiday'
  if (year.makeUps.has(day)) return 'makeUp'
  return t.day() === 0 || t.day() === 6 ? 'weekend' : 'weekday'
}

/** Whether people go to work on that day. */
export function isWorkingDay(kind: DayKind): boolean {
  return kind === 'weekday' || kind === 'makeUp'
}
