import { CalendarMissing, dayKind } from './calendar'
import { asksCalendar, hoursOn, type OpenDay, type OpenTimes } from './serviceHours'
import { shanghai, shanghaiMidnight } from './shanghai'

const DAY = 24 * 3600_000
/** Longer than the longest holiday, nine days at the Spring Festival of 2026. */
const DAYS_AHEAD = 15

/** The hours of today and of the days after it. It ends before a year that is not announced, where that matters: a phone says nothing of it then. */
export function hoursAhead(open: OpenTimes, now: number): OpenDay[] {
  const days: OpenDay[] = []
  for (let midnight = shanghaiMidnight(now); days.length < DAYS_AHEAD; midnight += DAY) {
    try {
      const weekday = (shanghai(midnight).day() + 6) % 7
      days.push({ midnight, hours: hoursOn(open, weekday, asksCalendar(open) ? dayKind(midnight) : null) })
    } catch (error) {
      if (error instanceof CalendarMissing) return days
      throw error
    }
  }
  return days
}
