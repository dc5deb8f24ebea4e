import { spoken } from '../../domain/clock/shanghai'

const HOUR = 3600_000
const DAY = 24 * HOUR
/** Evenings at nine, as people promise things. */
const EVENING = 21
/** Days from now; what is promised is promised for one of these. */
const DAYS = [0, 1, 2, 6, 13, 29]

/** Moments to choose from, each as it is said: 今晚9点, 明天晚上9点, … What is nearly over is left out. ms */
export function untilChoices(now: number): { at: number; says: string }[] {
  const midnight = now - (now + 8 * HOUR) % DAY
  return DAYS.map(days => midnight + days * DAY + EVENING * HOUR).filter(at => at - now >= HOUR).map(at => ({ at, says: spoken(at, now) }))
}
