import type { Case, Party } from '../case/case'
import { pendingAt, seenBy } from '../case/effect'
import { escalationsOf } from '../clock/agenda'
import { USUAL_CLOCKS } from '../clock/due'
import type { ClockName } from '../clock/rules'
import { promisesOf, type Deadline } from '../clock/standing'

/** A promise as a party may know it: numbers only, so that a phone needs no calendar. ms */
export interface PromiseSeen extends Pick<Deadline, 'clock' | 'party' | 'standing' | 'from' | 'dueAt' | 'pausedBy' | 'late' | 'endedAt'> {
  /** When the desk takes it over (`takes`), or hears of it, should it not be kept by then; null where it does neither, or did already. */
  escalates: { at: number; takes: boolean } | null
}

/** Who sees which promises: a clock that is not on a party's list does not exist for it. */
export const CLOCKS_SEEN: Readonly<Record<Exclude<Party, 'system'>, readonly ClockName[]>> = {
  // Neither who bears it, nor that somebody has to go round and tell them.
  resident: [
    'respond', 'review', 'operator', 'supplierFirst', 'evidence', 'offer', 'counter', 'appeal', 'appealWindow', 'investigation', 'bringBack', 'inspect', 'giveBack', 'replace', 'receive',
    'refund', 'resolve', 'update',
  ],
  // Its own part of the list, and nothing of what others promised.
  supplier: ['supplierFirst', 'counter', 'recovery', 'inspect', 'replace'],
  leader: [
    'respond', 'review', 'operator', 'supplierFirst', 'evidence', 'offer', 'counter', 'appeal', 'appealWindow', 'investigation', 'bringBack', 'inspect', 'giveBack', 'replace', 'receive',
    'refund', 'recovery', 'resolve', 'update', 'tell',
  ],
  operator: [
    'respond', 'review', 'operator', 'supplierFirst', 'evidence', 'offer', 'counter', 'appeal', 'appealWindow', 'investigation', 'bringBack', 'inspect', 'giveBack', 'replace', 'receive',
    'refund', 'recovery', 'resolve', 'update', 'tell',
  ],
}

/**
 * Every promise of a case that this party may know of, in the order in which they began. Who decided sees how things stand once that counts; for everybody
 * else it has not happened.
 */
export function promisesSeen(c: Case, party: Party, now: number): PromiseSeen[] {
  if (party === 'system') return []
  const known = { ...c, state: seenBy(c.state, party, now) }
  const at = pendingAt(known.state, now)?.until ?? now
  const clocks = known.state.clocks ?? USUAL_CLOCKS
  const escalations = escalationsOf(known, clocks, at)
  return promisesOf(known, clocks, at).filter(promise => isSeen(promise, known, party)).map(({ clock, party: whose, standing, from, dueAt, pausedBy, late, endedAt }) => {
    const next = endedAt === null ? escalations.find(e => e.clock === clock) : undefined
    // That the desk only hears of it is between it and who is late; see `isToldTo`.
    const told = next && party !== 'supplier' && (next.takes || party !== 'resident')
    return { clock, party: whose, standing, from, dueAt, pausedBy, late, endedAt, escalates: told ? { at: next.at, takes: next.takes } : null }
  })
}

function isSeen({ clock, party: whose, endedAt }: Deadline, { state }: Case, party: Exclude<Party, 'system'>): boolean {
  if (!CLOCKS_SEEN[party].includes(clock)) return false
  // Nobody keeps a promise of a desk that is gone.
  if (whose === 'operator' && endedAt === null && !state.desk) return false
  return party !== 'supplier' || whose === 'supplier'
}
