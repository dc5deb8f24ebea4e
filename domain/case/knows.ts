import type { Actor, CaseState } from './case'
import { pendingAt } from './effect'
import type { CaseEvent, OwnWay } from './events'

/** When the resident came to know of what happened at `from`, from when on what they have to do with it can run; null: they do not know yet. ms */
export function knownSince(c: Pick<CaseState, 'toTell' | 'toldAt'>, from: number): number | null {
  if (c.toTell != null && c.toTell >= from) return null
  return Math.max(from, c.toldAt ?? from)
}

/**
 * That the resident came to know of the case as it is, without anybody's hand: they opened it, or WeChat took a message about the newest of it.
 * @param newest when what they saw happened, at the latest. ms
 * @returns null where there is nothing new to them, or what is new can still be taken back
 */
export function cameToKnow(c: CaseState, how: OwnWay, by: Actor, newest: number, now: number): CaseEvent | null {
  if (c.toTell == null || c.toTell > newest || pendingAt(c, now)) return null
  return { v: 1, at: now, by, command: `told:${how}:${c.toTell}`, type: 'Told', how }
}
