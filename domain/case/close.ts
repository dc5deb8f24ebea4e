import { APPEAL_WINDOW } from './appeal'
import type { CaseState } from './case'
import type { CaseCommandType } from './commands'
import { knownSince } from './knows'
import { isOpen } from './stage'

/** How long what was put aside can be taken up again [spec: case, commands, "reopen"]. ms */
export const REOPEN_WINDOW = 7 * 24 * 3600_000

/** What changes nothing about it any more. */
export const AFTER_CLOSING: readonly CaseCommandType[] = ['note', 'tell', 'takeOver', 'rate', 'giveBack']

/**
 * The last moment at which anybody can still bring the case back, where that is known: it ends by itself then. Null where somebody has still
 * something to do, where a yes to what was offered stays possible for good, and where its line is free already. Nothing is over for who has not been told. ms
 */
export function canMoveUntil(c: CaseState): number | null {
  if (c.closedAt != null || isOpen(c)) return null
  // As long with a desk as without one: a desk may come, and the leader may think better of it.
  if (c.decision === 'rejected') return after(knownSince(c, c.appealFrom ?? c.rejection?.at ?? c.decisionSince), APPEAL_WINDOW)
  const reopening = reopenUntil(c)
  if (reopening === null) return null
  const offered = c.lapsedFrom === 'offered' ? c.offer?.options.map(o => o.until ?? Infinity) ?? [] : []
  const last = Math.max(reopening, ...offered)
  return Number.isFinite(last) ? last : null
}

/** Until when what was put aside can be taken up again; null where nothing was, or the resident does not know of it yet: then it can be. ms */
export function reopenUntil(c: CaseState): number | null {
  return c.decision === 'lapsed' ? after(knownSince(c, c.decisionSince), REOPEN_WINDOW) : null
}

/** Whether what was put aside can be taken up again. */
export function canReopen(c: CaseState, now: number): boolean {
  return c.decision === 'lapsed' && now <= (reopenUntil(c) ?? Infinity)
}

function after(known: number | null, window: number): number | null {
  return known === null ? null : known + window
}
