const HOUR = 3600_000
/** 今晚9点前 [spec: screens, leader 3]. */
const EVENING = 21
/** Less than an hour is no promise that somebody between two deliveries can keep: then it is tomorrow morning. */
const MORNING = 10

/** Until when everybody who waits is answered, said now: tonight at nine, or, when that is less than an hour away, tomorrow at ten. ms */
export function nextPromise(now: number): number {
  const midnight = now - (now + 8 * HOUR) % (24 * HOUR)
  const tonight = midnight + EVENING * HOUR
  return tonight - now >= HOUR ? tonight : midnight + (24 + MORNING) * HOUR
}
