import { shanghaiMidnight } from './shanghai'

const HOUR = 3600_000
const DAY = 24 * HOUR
/** Between these nobody is woken, on days of rest as on others. It ends an hour before the usual quiet hours begin [domain/notice/quietHours], so that what is said last is also heard (our own). ms since midnight */
const MORNING = 8 * HOUR
const EVENING = 21 * HOUR

/** The instant itself by day, else the evening before it. ms */
export function byEvening(at: number): number {
  const since = at - shanghaiMidnight(at)
  if (since >= MORNING && since <= EVENING) return at
  return shanghaiMidnight(at) + EVENING - (since < MORNING ? DAY : 0)
}

/** The instant itself by day, else the next morning, where that leaves at least an hour until it is due, else the evening before. ms */
export function inTheDay(at: number, dueAt: number): number {
  const since = at - shanghaiMidnight(at)
  if (since >= MORNING && since <= EVENING) return at
  const morning = shanghaiMidnight(at) + MORNING + (since > EVENING ? DAY : 0)
  return morning <= dueAt - HOUR ? morning : byEvening(at)
}
