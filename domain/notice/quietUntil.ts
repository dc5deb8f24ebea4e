import { DAY_MINUTES } from '../clock/serviceHours'
import { shanghaiMidnight } from '../clock/shanghai'
import { lasts, type QuietHours } from './quietHours'

const MINUTE = 60_000

/**
 * When the quiet hours end that it is in at this moment; null when somebody may be told now. Their first minute is quiet, the minute they end in is not.
 * `quiet`: null for somebody who has none. ms
 */
export function quietUntil(at: number, quiet: QuietHours | null): number | null {
  if (quiet === null) return null
  const began = (at - shanghaiMidnight(at) + (DAY_MINUTES - quiet.from) * MINUTE) % (DAY_MINUTES * MINUTE)
  const left = lasts(quiet) * MINUTE - began
  return left > 0 ? at + left : null
}
