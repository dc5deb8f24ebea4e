import type { Case, CaseState, Party } from '../case/case'
import type { CaseClass } from '../case/reasons'
import { leadersSide } from '../case/stage'
import { NotCountable } from './calendar'
import { dueOf, type Clocks, type Due } from './due'
import { lengthOf, without } from './interval'
import { lineClass, type ClockName, type Priority } from './rules'
import { breaksOf, stretchesOf, type Pause, type Stretch, type Why } from './stretches'

/**
 * How a promise stands. `paused`: nothing of it goes by, and why is said; `late`: its time is over and it is not done, though it may stand still since; `kept`, `broken`: done, in time or
 * after it; `dropped`: neither, it went to somebody else; `unknown`: it hangs on the calendar of a year that is not announced.
 */
export type Standing = 'running' | 'paused' | 'late' | 'kept' | 'broken' | 'dropped' | 'unknown'

/** A promise with its due time. ms */
export interface Deadline {
  clock: ClockName
  /** Who has to act before it, or had. */
  party: Party
  /** What kind of case it was by its end, or is by now. */
  priority: Priority
  from: number
  standing: Standing
  /** Null while it stands still, or nobody can say. */
  dueAt: number | null
  pausedBy: Why | null
  pauses: Pause[]
  endedAt: number | null
  /** By how much it was broken, or is late, without what stood still since; 0 where it is neither. */
  late: number
  /** The version of the policy it is due by; 0: as usual, or somebody's own word. */
  version: number
}

/** Every promise of a case as it stands at `now`, in the order in which they began. */
export function promisesOf({ events, state }: Case, clocks: Clocks, now: number): Deadline[] {
  return stretchesOf(events, now).map(stretch => deadlineOf(keptBy(stretch, state), lineClass(state, stretch.clock), clocks, now))
}

/** What a case has whoever holds it: a word, and its end. */
const WHOEVER_HOLDS: readonly ClockName[] = ['respond', 'resolve', 'update']

/** What a desk that is gone has left behind, the leader's side brings to its end. */
function keptBy(stretch: Stretch, state: CaseState): Stretch {
  return stretch.party === 'operator' && stretch.endedAt === null && !state.desk && WHOEVER_HOLDS.includes(stretch.clock) ? { ...stretch, party: leadersSide(state) } : stretch
}

/** Those that run or stand still now; what is due first comes first, what stands still last. */
export function runningOf(c: Case, clocks: Clocks, now: number): Deadline[] {
  return promisesOf(c, clocks, now).filter(d => d.endedAt === null).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))
}

function deadlineOf(stretch: Stretch, caseClass: CaseClass | null, clocks: Clocks, now: number): Deadline {
  const { clock, party, from, pauses, endedAt, fixed, atMost, priority, priorities } = stretch
  const { breaks, pausedBy } = breaksOf(stretch)
  const known = { clock, party, priority, from, pauses, endedAt, pausedBy }
  const stoodStillAt = endedAt === null && pausedBy ? pauses.at(-1)?.from ?? from : null
  const end = stoodStillAt ?? endedAt ?? now
  try {
    const { dueAt: allowed, version }: Pick<Due, 'dueAt' | 'version'> = fixed === null ? dueOf({ clock, class: caseClass, priorities, party, from, breaks, endedAt: stoodStillAt ?? endedAt }, clocks) : { dueAt: fixed, version: 0 }
    const dueAt = Math.min(allowed, atMost ?? Infinity)
    const late = lengthOf(without([{ from: dueAt, to: end }], breaks))
    // Late is late: asking something of the resident afterwards mends nothing.
    if (stoodStillAt !== null && late === 0) return { ...known, standing: 'paused', dueAt: null, late: 0, version: 0 }
    const standing = late > 0 ? (endedAt === null ? 'late' : 'broken') : endedAt === null ? 'running' : stretch.dropped ? 'dropped' : 'kept'
    return { ...known, standing, dueAt, late, version }
  } catch (error) {
    // A year without a calendar stops no case: the promise says that nobody knows yet, and the clock says so aloud each time it looks.
    if (error instanceof NotCountable) return { ...known, standing: stoodStillAt === null ? 'unknown' : 'paused', dueAt: null, late: 0, version: 0 }
    throw error
  }
}
