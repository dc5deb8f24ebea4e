import type { CaseState } from './case'
import { pendingAt } from './effect'
import type { CaseEvent, OwnWay } from './events'

/** When the resident came to know of what happened at `from`, from when on what they have to do with it can run; null: they do not know yet. ms */
export function knownSince({ toTell, told = [] }: Pick<CaseState, 'toTell' | 'told'>, from: number): number | null {
  const then = told.find(t => t.upTo >= from)
  if (then) return Math.max(from, then.at)
  return toTell != null && toTell >= from ? null : from
}

/**
 * That the resident came to know of the case as it is, without anybody's hand: they opened it, or WeChat took a message about the newest of it.
 * @param newest when what they saw happened, at the latest. ms
 * @returns null where there is nothing new to them, or what is new can still be taken back
 */
export function cameToKnow(c: CaseState, how: OwnWay, newest: number, now: number): CaseEvent | null {
  if (c.toTell == null || c.toTell > newest || pendingAt(c, now)) return null
  return { v: 1, at: now, by: { party: 'system', personId: how }, command: `told:${how}:${c.toTell}`, type: 'Told', how }
}
