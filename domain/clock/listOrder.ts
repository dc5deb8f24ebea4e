import type { Party } from '../case/case'
import type { ClockName } from './rules'
import type { Deadline } from './standing'

/** A promise that a card names beside the decision's. ms */
export interface Named { clock: ClockName; party: Party; dueAt: number }

/** What whoever a case waits for has to keep, and the state alone does not tell: see docs/decisions/0036. What stands still is not in it. */
export interface BesideDecision {
  /** The first of what a word keeps, and mends where it is late, and when it is due. Null where none runs. ms */
  word: ClockName | null
  wordDueAt: number | null
  /** When the whole is due; nothing but the end keeps it. ms */
  wholeDueAt: number | null
}

/** Nobody has to keep anything beside it; also what is known of a case stored before there was such a thing. */
export const NOTHING_BESIDE: BesideDecision = { word: null, wordDueAt: null, wholeDueAt: null }

/** They follow from the history, as the whole does. */
const BY_A_WORD: readonly ClockName[] = ['respond', 'update', 'tell']

/** @param party whom the case waits for */
export function besideDecision(promises: readonly Deadline[], party: Party): BesideDecision {
  const running = promises.flatMap(({ clock, party: whose, endedAt, dueAt, pausedBy }) => (endedAt === null && dueAt !== null && pausedBy === null && whose === party ? [{ clock, dueAt }] : []))
  const [first] = running.filter(p => BY_A_WORD.includes(p.clock)).sort((a, b) => a.dueAt - b.dueAt)
  return { word: first?.clock ?? null, wordDueAt: first?.dueAt ?? null, wholeDueAt: running.find(p => p.clock === 'resolve')?.dueAt ?? null }
}

/** What a list goes by: until when the next thing has to be done, null where nobody can say, and the whole. ms */
export interface ByTime { nextDueAt: number | null; wholeDueAt: number | null }

/**
 * The order of lists by time left, for `sort`: first where the next thing is late, the longest late before the others; then where the whole alone is late, by what has to be done next;
 * then all that is in time, by what is due first; last what stands still.
 */
export function byTimeLeft(now: number): (a: ByTime, b: ByTime) => number {
  return (a, b) => {
    const [one, other] = [placeOf(a, now), placeOf(b, now)]
    return one.group - other.group || one.at - other.at
  }
}

function placeOf({ nextDueAt, wholeDueAt }: ByTime, now: number): { group: number; at: number } {
  if (nextDueAt === null) return { group: 3, at: 0 }
  if (nextDueAt <= now) return { group: 0, at: nextDueAt }
  if (wholeDueAt !== null && wholeDueAt <= now) return { group: 1, at: nextDueAt }
  return { group: 2, at: Math.min(nextDueAt, wholeDueAt ?? Infinity) }
}

/** The promise that puts a case where it is in such a list; null where that is the decision's own. */
export function soonerThan(decisionDueAt: number | null, { word, wordDueAt, wholeDueAt }: BesideDecision, party: Party, now: number): Named | null {
  const first = word !== null && wordDueAt !== null && wordDueAt < (decisionDueAt ?? Infinity) ? { clock: word, party, dueAt: wordDueAt } : null
  const nextDueAt = first?.dueAt ?? decisionDueAt ?? Infinity
  const isWhole = nextDueAt > now && wholeDueAt !== null && wholeDueAt < nextDueAt
  return isWhole ? { clock: 'resolve', party, dueAt: wholeDueAt } : first
}
