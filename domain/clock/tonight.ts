const HOUR = 3600_000
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

/** Until when everybody who waits is answered, said now: tonight at nine, or, when that is less than an hour away, tomorrow at ten. ms */
export function nextPromise(now: number): number {
  const midnight = now - (now + 8 * HOUR) % (24 * HOUR)
  const tonight = midnight + EVENING * HOUR
  return tonight - now >= HOUR ? tonight : midnight + (24 + MORNING) * HOUR
}
