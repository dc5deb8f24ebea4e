import type { CaseState, Party } from '../case/case'
import { knownSince } from '../case/knows'
import { NotCountable } from './calendar'
import { dueOf, USUAL_CLOCKS } from './due'
import { lineClass, type ClockName } from './rules'
import { FROM_TOLD, promisedNow, type Promised } from './promisedNow'
import { kindsSince } from './priority'

/** A promise that runs now. */
export interface Deadline {
  clock: ClockName
  /** Who has to act before it. */
  party: Party
  from: number
  dueAt: number
}

/** Why something that waits is due at no time that anybody knows: the resident has not been told, or the holidays of that year are not announced. */
export type NoDue = 'notTold' | 'unannounced'

/** Where lists put what waits and is due at no time that anybody knows: behind everything else, and never late. ms */
export const AFTER_ALL_ELSE = Date.UTC(9999, 0)

/**
 * What runs on a case by its state, earliest first, counted by the clocks of its community. What stands still, because the resident has not been told, or
 * hangs on a year that is not announced, is due at no time that anybody knows, and missing here; `whyNoDue` says why, and `promisesOf` of each.
 */
export function deadlinesOf(c: CaseState): Deadline[] {
  return promisedNow(c).flatMap(promised => {
    const dueAt = dueAtOf(c, promised)
    return typeof dueAt === 'string' ? [] : [{ clock: promised.clock, party: promised.party, from: promised.from, dueAt }]
  }).sort((a, b) => a.dueAt - b.dueAt)
}

function dueAtOf(c: CaseState, { clock, party, from, fixed, atMost = Infinity }: Promised): number | NoDue {
  if (fixed !== undefined) return fixed
  const told = FROM_TOLD.includes(clock) ? knownSince(c, from) : from
  if (told === null) return 'notTold'
  try {
    const { dueAt } = dueOf({ clock, class: lineClass(c, clock), priorities: kindsSince(c, from), party, from, breaks: [{ from, to: told }], endedAt: null }, c.clocks ?? USUAL_CLOCKS)
    return Math.min(dueAt, atMost)
  } catch (error) {
    if (error instanceof NotCountable) return 'unannounced'
    throw error
  }
}

/** When this party has to act, or null when nothing waits for it. */
export function dueFor(c: CaseState, party: Party): Deadline | null {
  return deadlinesOf(c).find(d => d.party === party) ?? null
}

/** Why nobody can say until when this party has to act; null where somebody can, and where nothing waits for it. */
export function whyNoDue(c: CaseState, party: Party): NoDue | null {
  const waits = promisedNow(c).filter(p => p.party === party).map(p => dueAtOf(c, p))
  return waits.some(w => typeof w === 'number') ? null : waits.find(w => typeof w === 'string') ?? null
}

/** Where a list by due time has a case that waits for this party; null where nothing waits, or it stands still. ms */
export function listedAt(c: CaseState, party: Party): number | null {
  return dueFor(c, party)?.dueAt ?? (whyNoDue(c, party) === 'unannounced' ? AFTER_ALL_ELSE : null)
}
