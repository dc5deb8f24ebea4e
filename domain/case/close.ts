import { DEFAULT_POLICY } from '../clock/policy'
import type { CaseState } from './case'
import type { CaseCommandType } from './commands'
import { isOpen } from './stage'

/** How long what was put aside can be taken up again [spec: case, commands, "reopen"]. ms */
export const REOPEN_WINDOW = 7 * 24 * 3600_000

/** What changes nothing about it any more. */
export const AFTER_CLOSING: readonly CaseCommandType[] = ['note', 'tell', 'takeOver', 'rate']

/**
 * The last moment at which anybody can still bring the case back, where that is known: it ends by itself then. Null where somebody has still
 * something to do, where a yes to what was offered stays possible for good, and where its line is free already. ms
 */
export function canMoveUntil(c: CaseState): number | null {
  if (c.closedAt != null || isOpen(c)) return null
  // As long with a desk as without one: a desk may come, and the leader may think better of it.
  if (c.decision === 'rejected') return (c.appealFrom ?? c.rejection?.at ?? c.decisionSince) + DEFAULT_POLICY.appealWindow
  if (c.decision !== 'lapsed') return null
  const offered = c.lapsedFrom === 'offered' ? c.offer?.options.map(o => o.until ?? Infinity) ?? [] : []
  const last = Math.max(c.decisionSince + REOPEN_WINDOW, ...offered)
  return Number.isFinite(last) ? last : null
}
