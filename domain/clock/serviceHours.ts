import type { DayKind } from './calendar'

/** Minutes of the day, Shanghai time. */
export interface Span { from: number; to: number }

/** In order, apart from each other; none: nobody answers on that day. */
export type DayHours = Span[]

/** Monday to Sunday. */
export type ServiceHours = [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours]

/** When people are here to answer. */
export interface OpenTimes {
  week: ServiceHours
  /** On public holidays. Missing: as on any other day of the week. */
  holiday?: DayHours
}

const DAY: DayHours = [{ from: 8 * 60, to: 22 * 60 }]

/** 8:00–22:00 every day [spec: case, clocks, "respond"]. */
export const USUAL_HOURS: ServiceHours = [DAY, DAY, DAY, DAY, DAY, DAY, DAY]

/** Minutes in a day; 24:00 is the end of one. */
export const DAY_MINUTES = 24 * 60

/** More would be a timetable and no hours. */
export const MOST_SPANS = 4

/** As communities stored their hours before a day could have a break: one stretch, or null. */
export type StoredDay = Span | DayHours | null

/** @returns the hours in today's shape */
export function serviceHoursOf(stored: readonly StoredDay[] | undefined): ServiceHours {
  if (!stored) return USUAL_HOURS
  return stored.map(day => (day === null ? [] : 'from' in day ? [day] : day)) as ServiceHours
}

/**
 * The hours of one day. A holiday has its own where the community said so; a day that is worked in exchange for one (调休) has a Monday's,
 * whichever day of the weekend it is. Where nobody is there on Mondays it has its own: that people work on it closes nothing.
 * @param weekday counted from Monday, 0 to 6
 */
export function hoursOn({ week, holiday }: OpenTimes, weekday: number, kind: DayKind | null): DayHours {
  if (kind === 'holiday' && holiday) return holiday
  return (kind === 'makeUp' && week[0].length > 0 ? week[0] : week[weekday]) ?? []
}

/** The hours of one calendar day, which begins at `midnight`. */
export interface OpenDay { midnight: number; hours: DayHours }

/** What a community stored, as times that one can count by. */
export function openTimesOf({ serviceHours, holidayHours }: { serviceHours?: readonly StoredDay[]; holidayHours?: DayHours | null }): OpenTimes {
  return { week: serviceHoursOf(serviceHours), ...(holidayHours ? { holiday: holidayHours } : {}) }
}

/** Whether it matters what the official calendar says. */
export function asksCalendar({ week, holiday }: OpenTimes): boolean {
  return holiday !== undefined || week.slice(5).some(day => JSON.stringify(day) !== JSON.stringify(week[0]))
}

/** Whether somebody answers at any time at all. */
export function everOpen({ week, holiday }: OpenTimes): boolean {
  return [...week, holiday ?? []].some(day => day.length > 0)
}
