import type { CaseState, Party } from '../case/case'
import { knownSince } from '../case/knows'
import { NotCountable } from './calendar'
import { dueOf, USUAL_CLOCKS } from './due'
import type { ClockName } from './rules'
import { FROM_TOLD, promisedNow, type Promised } from './promisedNow'
import { priorityOf } from './priority'

/** A promise that runs now. */
export interface Deadline {
  clock: ClockName
  /** Who has to act before it. */
  party: Party
  from: number
  dueAt: number
}

/**
 * What runs on a case by its state, earliest first, counted by the clocks of its community. What stands still, because the resident has not been told, or
 * hangs on a year that is not announced, is due at no time that anybody knows, and missing here; `promisesOf` says why.
 */
export function deadlinesOf(c: CaseState): Deadline[] {
  return promisedNow(c).flatMap(promised => deadlineOf(c, promised) ?? []).sort((a, b) => a.dueAt - b.dueAt)
}

function deadlineOf(c: CaseState, { clock, party, from, fixed, atMost = Infinity }: Promised): Deadline | null {
  if (fixed !== undefined) return { clock, party, from, dueAt: fixed }
  const told = FROM_TOLD.includes(clock) ? knownSince(c, from) : from
  if (told === null) return null
  try {
    const { dueAt } = dueOf({ clock, class: c.class, priority: priorityOf(c), party, from, breaks: [{ from, to: told }], endedAt: null }, c.clocks ?? USUAL_CLOCKS)
    return { clock, party, from, dueAt: Math.min(dueAt, atMost) }
  } catch (error) {
    if (error instanceof NotCountable) return null
    throw error
  }
}

/** When this party has to act, or null when nothing waits for it. */
export function dueFor(c: CaseState, party: Party): Deadline | null {
  return deadlinesOf(c).find(d => d.party === party) ?? null
}

/** Whether a case moves on by this for whoever has it: by what they do, or by what the desk finds out. */
export function movesOn({ party, clock }: Pick<Deadline, 'party' | 'clock'>, holder: Party | null): boolean {
  return party === holder || clock === 'investigation'
}
