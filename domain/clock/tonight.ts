import { LATEST_PROMISE } from './policy'
import type { OpenDay } from './serviceHours'
import { shanghaiMidnight } from './shanghai'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 今晚9点前 [spec: screens, leader 3]. */
const EVENING = 21
/** Less than an hour is no promise that somebody between two deliveries can keep: then it is tomorrow morning. */
const MORNING = 10

/** The leader's word to everybody who waited: until when they are answered, and when it was said. ms */
export interface StandingPromise { until: number; at: number }

/**
 * Until when somebody who reports now is answered by a word that was given before: the neighbours heard 今晚9点前统一处理 said to the building, not
 * to a list. Null where none was given, or less than an hour is left: then it is for the leader to say again. See docs/decisions/0016.
 */
export function joinsPromise(promise: StandingPromise | null | undefined, now: number): number | null {
  return promise && promise.until - now >= HOUR ? promise.until : null
}

/**
 * Until when everybody who waits is answered, said now: tonight at nine, or, when that is less than an hour away, tomorrow at ten; at closing where that is
 * sooner, and in the first hour where they open later. Where nobody answers on either day, it is the leader's word all the same. ms
 * @param days the hours of today and of the days after it, as far as they are known
 */
export function nextPromise(now: number, days: readonly OpenDay[]): number {
  const midnight = shanghaiMidnight(now)
  const [tonight, tomorrow] = [midnight + EVENING * HOUR, midnight + (24 + MORNING) * HOUR]
  const here = days.flatMap(day => (day.midnight < midnight ? [] : whileOpen(day, day.midnight === midnight ? EVENING : MORNING) ?? []))
  return here.find(at => at - now >= HOUR && at - now <= LATEST_PROMISE) ?? (tonight - now >= HOUR ? tonight : tomorrow)
}

/** The last instant up to that hour at which somebody answers, else an hour after they open; null where nobody does all day. ms */
function whileOpen({ midnight, hours }: OpenDay, hour: number): number | null {
  const until = hour * 60
  const before = hours.filter(span => span.from < until).at(-1)
  const [first] = hours
  if (!first) return null
  return midnight + MINUTE * (before ? Math.min(before.to, until) : Math.min(first.from + 60, first.to))
}
