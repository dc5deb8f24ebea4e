import { afterTime, type Schedule } from '../clock/businessTime'
import { NotCountable } from '../clock/calendar'
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

/**
 * The same for what somebody has to do where an answer is promised in service hours: those are no time to be quiet, whatever hour it is, for a promise that runs has to be
 * heard. It ends when they begin. Where nobody knows the hours, as those of a year that is not announced, it is quiet all the while. ms
 */
export function quietWhileClosed(at: number, quiet: QuietHours | null, schedule: Schedule): number | null {
  const until = quietUntil(at, quiet)
  if (until === null) return null
  try {
    const opens = afterTime(at, 0, 'serviceHours', schedule)
    return opens <= at ? null : Math.min(opens, until)
  } catch (error) {
    if (error instanceof NotCountable) return until
    throw error
  }
}

/** When the next quiet hours begin, for somebody who is not in any at this moment. ms */
export function nextQuiet(at: number, quiet: QuietHours): number {
  const begins = shanghaiMidnight(at) + quiet.from * MINUTE
  return begins > at ? begins : begins + DAY_MINUTES * MINUTE
}
