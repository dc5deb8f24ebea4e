import type { Case, Party } from '../case/case'
import { agendaOf } from './agenda'
import { afterTime } from './businessTime'
import { NotCountable } from './calendar'
import { policyAt, type Clocks } from './due'
import type { ClockName } from './rules'
import { runningOf } from './standing'

/** A promise that a change moves. ms */
export interface Moved {
  caseId: string
  clock: ClockName
  party: Party
  from: number
  was: number
  will: number
}

/** What a change of the clocks would do to cases that are not over. */
export interface ChangePreview {
  /** Cases that were looked at, and of how many something moves. */
  looked: number
  touched: number
  /** Promises that would be due earlier, though not at once; at once, or as soon as somebody answers; later. */
  earlier: number
  atOnce: number
  later: number
  /** Promises that would no longer be counted as they are, because a year is not announced. */
  unknown: number
  /** Cases that the desk would take over at once. */
  toDesk: number
  /** Those that move most, the furthest first. */
  most: Moved[]
}

/** Enough to see what it does to; the rest is a number. */
export const MOST_MOVED = 5

/**
 * Compares what is promised under the clocks before a change with what would be after it, at the moment `now` of the change: saved at that moment it is exactly this.
 * What is over, and what is due already, is not moved by any change (see `dueOf`), and so never stands here.
 */
export function previewChange(cases: readonly Case[], before: Clocks, after: Clocks, now: number): ChangePreview {
  // Two changes within one instant are one behind the other.
  const at = Math.max(now, after.policies.at(-1)?.from ?? now)
  const first = firstOpen(after, at)
  const compared = cases.map(c => movedOf(c, before, after, at))
  const moved = compared.flatMap(c => c.moved)
  const atOnce = moved.filter(m => m.will < m.was && m.will <= first)
  return {
    looked: cases.length, touched: compared.filter(c => c.moved.length + c.unknown > 0).length,
    earlier: moved.filter(m => m.will < m.was).length - atOnce.length, atOnce: atOnce.length, later: moved.filter(m => m.will > m.was).length,
    unknown: compared.reduce((sum, c) => sum + c.unknown, 0),
    toDesk: cases.filter(c => taken(c, after, at) && !taken(c, before, at)).length,
    most: moved.sort((a, b) => Math.abs(b.will - b.was) - Math.abs(a.will - a.was) || a.was - b.was).slice(0, MOST_MOVED),
  }
}

function movedOf(c: Case, before: Clocks, after: Clocks, at: number): { moved: Moved[]; unknown: number } {
  const next = runningOf(c, after, at)
  let unknown = 0
  const moved = runningOf(c, before, at).flatMap(({ clock, party, from, dueAt: was }) => {
    const will = next.find(d => d.clock === clock && d.from === from)
    if (was !== null && will?.standing === 'unknown') unknown += 1
    return was === null || will?.dueAt == null || will.dueAt === was ? [] : [{ caseId: c.state.id, clock, party, from, was, will: will.dueAt }]
  })
  return { moved, unknown }
}

/** When somebody answers next; at once, where nobody can say whether today is a day off. ms */
function firstOpen({ policies, calendar }: Clocks, at: number): number {
  try {
    return afterTime(at, 0, 'serviceHours', { open: policyAt(policies, at).open, ...(calendar ? { calendar } : {}) })
  } catch (error) {
    if (error instanceof NotCountable) return at
    throw error
  }
}

function taken(c: Case, clocks: Clocks, at: number): boolean {
  return agendaOf(c, clocks, at).some(act => act.does === 'escalate' && act.takes && act.at <= at)
}
