const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** By how much a promise was or is late, as people say it: to the minute nobody minds, by the day everybody does. ms */
export function lateWords(late: number): string {
  if (late < 30 * MINUTE) return '晚了不到半小时'
  if (late < HOUR) return '晚了半个多小时'
  return late < 2 * DAY ? `晚了 ${Math.floor(late / HOUR)} 小时` : `晚了 ${Math.floor(late / DAY)} 天`
}
