import { DAY_MINUTES } from '../clock/serviceHours'

/** When somebody is not disturbed, in minutes since midnight by Shanghai's clock: from 22:00 to 8:00 it is {1320, 480}. `to` may be the next morning's. */
export interface QuietHours { from: number; to: number }

/** The night, outside which somebody is there to answer [spec: case, clocks, "respond": service hours 8:00–22:00]. */
export const USUAL_QUIET: QuietHours = { from: 22 * 60, to: 8 * 60 }

/** Whoever is quiet for longer would be told of what is due in a day when it is too late to do it. Minutes */
export const LONGEST_QUIET = 14 * 60

/** Whether these are quiet hours somebody may have: two times of the day, not the same, and not too far apart. */
export function mayBeQuiet({ from, to }: QuietHours): boolean {
  const isTime = (minutes: number) => Number.isInteger(minutes) && minutes >= 0 && minutes < DAY_MINUTES
  return isTime(from) && isTime(to) && from !== to && lasts({ from, to }) <= LONGEST_QUIET
}

/** How long they last. Minutes */
export function lasts({ from, to }: QuietHours): number {
  return (to - from + DAY_MINUTES) % DAY_MINUTES
}
