import type { Party } from '../case/case'
import type { ClockName, Priority } from './rules'
import type { Deadline } from './standing'

/** What became of a promise that has come to its end. It never changes any more. */
export interface Outcome {
  clock: ClockName
  priority: Priority
  /** Who had to act. */
  party: Party
  /** ms */
  endedAt: number
  /** By how much it was broken, ms; 0: kept. */
  late: number
}

/** How many promises were kept, and how many were not. */
export interface Kept { kept: number; broken: number }

/** What became of the promises of a case that ended; what went to somebody else, or nobody can say, was neither kept nor broken. */
export function outcomesOf(promises: readonly Deadline[]): Outcome[] {
  return promises.flatMap(({ clock, priority, party, endedAt, late, standing }) => (endedAt !== null && (standing === 'kept' || standing === 'broken') ? [{ clock, priority, party, endedAt, late }] : []))
}

interface Breaks { clock: ClockName; party: Party; dueAt: number }

/** What breaks first, or broke first and is not mended, of what others promised the resident; null where nothing of it runs. */
export function firstToBreak(promises: readonly Deadline[]): Breaks | null {
  return breaking(promises)[0] ?? null
}

/**
 * When the first of what each of those who decide has to keep breaks, as far as they can do anything about it now: that one is late hides nothing of the other's, and nobody is nudged
 * about what stands still, though it is late. ms; null where nothing of theirs runs.
 */
export function firstOfEach(promises: readonly Deadline[]): { leader: number | null; operator: number | null } {
  const first = (of: Party) => breaking(promises.filter(p => p.pausedBy === null)).find(p => p.party === of)?.dueAt ?? null
  return { leader: first('leader'), operator: first('operator') }
}

function breaking(promises: readonly Deadline[]): Breaks[] {
  const running = promises.flatMap(({ clock, party, endedAt, dueAt }) => (endedAt === null && dueAt !== null && party !== 'resident' ? [{ clock, party, dueAt }] : []))
  return running.sort((a, b) => a.dueAt - b.dueAt)
}

/** How many of a hundred were kept, rounded down: all are all. Null where nothing ended: that is neither good nor bad. */
export function percentKept({ kept, broken }: Kept): number | null {
  return kept + broken === 0 ? null : Math.floor((100 * kept) / (kept + broken))
}

export function sumOf(all: readonly Kept[]): Kept {
  return all.reduce((sum, { kept, broken }) => ({ kept: sum.kept + kept, broken: sum.broken + broken }), { kept: 0, broken: 0 })
}
