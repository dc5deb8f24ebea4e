/** Messages of one robot [wechat: 20 per minute per robot]. */
export const TURNS = 20
/**
 * WeCom does not say which minutes it counts, and a message may be as long under way as somebody waits for its answer: so many within any minute and that
 * time are never more than so many within a minute there. ms
 */
export const PATIENCE = 8_000
export const WINDOW = 60_000 + PATIENCE

/**
 * Takes one of a robot's turns.
 * @param taken when turns were taken. ms
 * @returns the turns with this one; or when the next is free
 */
export function takeTurn(taken: readonly number[], now: number): { taken: number[] } | { freeAt: number } {
  const recent = taken.filter(at => at > now - WINDOW).sort((a, b) => a - b)
  const first = recent[recent.length - TURNS]
  return first === undefined ? { taken: [...recent, now] } : { freeAt: first + WINDOW }
}

/** WeCom says that there were too many, whoever sent them: none is free for as long as it counts. */
export function allTaken(now: number): number[] {
  return Array.from({ length: TURNS }, () => now)
}
