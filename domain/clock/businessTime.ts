import { dayKind, isWorkingDay, NotCountable, officialCalendar, type Calendar } from './calendar'
import { lengthOf, without, type Interval } from './interval'
import { asksCalendar, everOpen, hoursOn, USUAL_HOURS, type OpenTimes } from './serviceHours'
import { shanghai, shanghaiMidnight } from './shanghai'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Which time counts: all of it, the hours when somebody answers, or days on which people work. */
export type Measure = 'always' | 'serviceHours' | 'workingDays'

/** What business time is made of. */
export interface Schedule {
  open: OpenTimes
  /** Missing: the official one. */
  calendar?: Calendar
}

/** No promise reaches further; what does not come to its end by then never will. */
const FURTHEST = 800 * DAY

/**
 * The time that counts on the day that begins at `midnight`. Throws `CalendarMissing` where it hangs on a year that is not announced.
 */
function countsOn(midnight: number, measure: Measure, { open, calendar = officialCalendar }: Schedule): Interval[] {
  const wholeDay = { from: midnight, to: midnight + DAY }
  switch (measure) {
    case 'always': return [wholeDay]
    case 'workingDays': return isWorkingDay(dayKind(midnight, calendar)) ? [wholeDay] : []
    case 'serviceHours': {
      // Hours that nobody keeps would make a promise that never comes due: then it is the usual ones that count.
      const times = everOpen(open) ? open : { week: USUAL_HOURS }
      // dayjs counts from Sunday, the hours from Monday.
      const weekday = (shanghai(midnight).day() + 6) % 7
      return hoursOn(times, weekday, asksCalendar(times) ? dayKind(midnight, calendar) : null).map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE }))
    }
  }
}

/** What counts between two instants, without the breaks: in order, apart from each other. */
export function countedBetween(from: number, to: number, measure: Measure, schedule: Schedule, breaks: readonly Interval[] = []): Interval[] {
  if (from >= to) return []
  if (measure === 'always') return without([{ from, to }], breaks)
  const days: Interval[] = []
  for (let midnight = shanghaiMidnight(from); midnight < to; midnight += DAY) days.push(...countsOn(midnight, measure, schedule))
  return without(days.map(d => ({ from: Math.max(d.from, from), to: Math.min(d.to, to) })), breaks)
}

/** How much of the time between two instants counts. ms */
export function timeBetween(from: number, to: number, measure: Measure, schedule: Schedule, breaks: readonly Interval[] = []): number {
  return lengthOf(countedBetween(from, to, measure, schedule, breaks))
}

/**
 * The instant at which `amount` ms of what counts have gone by since `from`. It never lies where nothing counts: at the latest it is the instant at
 * which a counted stretch ends; for an amount of 0 it is the first that counts.
 */
export function afterTime(from: number, amount: number, measure: Measure, schedule: Schedule, breaks: readonly Interval[] = []): number {
  let left = amount
  // By days, so that one that counts nothing costs no more than one that does.
  for (let midnight = shanghaiMidnight(from); midnight < from + FURTHEST; midnight += DAY) {
    for (const { from: start, to } of without(countsOn(midnight, measure, schedule).map(d => ({ from: Math.max(d.from, from), to: d.to })), breaks)) {
      if (left <= to - start) return start + left
      left -= to - start
    }
  }
  throw new NotCountable(`${amount} ms of ${measure} do not go by within ${FURTHEST / DAY} days of ${from}`)
}

/** The last instant before `at` at which somebody still answered, the end of their hours; `at` itself while somebody does. */
export function lastOpen(at: number, schedule: Schedule): number {
  for (let midnight = shanghaiMidnight(at); midnight > at - FURTHEST; midnight -= DAY) {
    const spans = countsOn(midnight, 'serviceHours', schedule).filter(s => s.from < at)
    const last = spans.at(-1)
    if (last) return Math.min(last.to, at)
  }
  throw new NotCountable(`nobody answered within ${FURTHEST / DAY} days before ${at}`)
}

/** Whether somebody answers at this instant; the instant at which their hours end is still theirs. */
export function isOpenAt(at: number, schedule: Schedule): boolean {
  return countsOn(shanghaiMidnight(at), 'serviceHours', schedule).some(s => s.from <= at && at <= s.to) || countsOn(shanghaiMidnight(at) - DAY, 'serviceHours', schedule).some(s => s.to === at)
}
