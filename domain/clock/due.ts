import type { Party } from '../case/case'
import type { CaseClass } from '../case/reasons'
import { NotCountable, type Calendar } from './calendar'
import { afterTime, lastOpen, timeBetween, type Schedule } from './businessTime'
import type { Interval } from './interval'
import type { Kind, KindsSince } from './priority'
import { ruleFor, type Allowance, type ClockName, type ClockPolicy, type ClockRule, type Priority } from './rules'
import { USUAL_HOURS } from './serviceHours'
import { shanghaiMidnight } from './shanghai'

const HOUR = 3600_000
const DAY = 24 * HOUR
/** Less of a day than this is no day to have something done in: then it is the next one (our own). ms */
const SHORTEST_DAY = HOUR

/** What the promises of a community are counted by. */
export interface Clocks {
  /** Every policy it ever had, oldest first. None: as usual, since ever. */
  policies: readonly ClockPolicy[]
  /** Missing: the official one. */
  calendar?: Calendar
}

/** As usual, since ever. */
export const USUAL_CLOCKS: Clocks = { policies: [] }

/** What decides which line of a policy holds, and whose time it is. */
export interface Running {
  clock: ClockName
  /** See `lineClass`. */
  class: CaseClass | null
  /** What kind of case it was, from when on each; the first since it runs. */
  priorities: Readonly<KindsSince>
  /** Who has to act. */
  party: Party
  from: number
  /** While nothing of it went by. */
  breaks: readonly Interval[]
  /** When it came to its end; null while it runs. */
  endedAt: number | null
}

/** When something that runs from `from` is due. It is never due while nobody answers. Throws `CalendarMissing` where that hangs on a year not announced yet. */
export function dueUnder(allows: Allowance, { from, party, breaks }: Pick<Running, 'from' | 'party' | 'breaks'>, schedule: Schedule): number {
  if ('today' in allows) {
    const begins = afterTime(from, 0, 'serviceHours', schedule)
    const left = timeBetween(begins, shanghaiMidnight(begins) + DAY, 'serviceHours', schedule)
    const whole = left >= SHORTEST_DAY ? left : left + restOfNextDay(begins, schedule)
    return afterTime(from, whole, 'serviceHours', schedule, breaks)
  }
  if ('workingDays' in allows) {
    // The day on which something begins does not count (民法典 §201).
    const end = afterTime(shanghaiMidnight(from) + DAY, allows.workingDays * DAY, 'workingDays', schedule, breaks)
    return whileSomebodyAnswers(end, from, party, schedule)
  }
  const end = afterTime(from, allows.within, allows.of, schedule, breaks)
  return allows.of === 'serviceHours' ? end : whileSomebodyAnswers(end, from, party, schedule)
}

function restOfNextDay(at: number, schedule: Schedule): number {
  const next = afterTime(shanghaiMidnight(at) + DAY, 0, 'serviceHours', schedule)
  return timeBetween(next, shanghaiMidnight(next) + DAY, 'serviceHours', schedule)
}

/**
 * Who promised something keeps it before closing, not in the night after it; who is waited for may answer first thing in the morning. Where keeping it
 * before closing would leave them less than half of the time, it is the morning, too.
 */
function whileSomebodyAnswers(end: number, from: number, party: Party, schedule: Schedule): number {
  const before = lastOpen(end, schedule)
  return party !== 'resident' && before - from >= (end - from) / 2 ? before : afterTime(end, 0, 'serviceHours', schedule)
}

/** The policy in force at an instant; before the first one it is that. */
export function policyAt(policies: readonly ClockPolicy[], at: number): ClockPolicy {
  return [...policies].reverse().find(p => p.from <= at) ?? policies[0] ?? { version: 0, from: 0, rules: [], open: { week: USUAL_HOURS } }
}

export interface Due {
  dueAt: number
  /** The line it is due by, and the version of the policy it stands in; 0: as usual. */
  rule: ClockRule
  version: number
}

/**
 * When a promise is due, by the policies in the order in which they came into force, and by what kind of case it was by then. A change never rewrites the past:
 * what was due before it, or had come to its end, stays as it was; and nothing becomes due before the change that makes it so. Being hurried gives nobody more
 * time, and needing somebody else nobody less.
 * Throws `CalendarMissing` where that hangs on a year not announced yet by what holds now.
 */
export function dueOf(running: Running, { policies, calendar }: Clocks): Due {
  const [first] = running.priorities
  const changes = [...policies, ...running.priorities].map(c => c.from).filter(at => at > running.from && at < (running.endedAt ?? Infinity))
  let due: Due | null = null
  let uncounted: NotCountable | null = null
  for (const at of [running.from, ...new Set(changes.sort((a, b) => a - b))]) {
    if (due && due.dueAt <= at) break
    const policy = policyAt(policies, at)
    const kind: Kind = [...running.priorities].reverse().find(p => p.from <= at) ?? first
    const schedule: Schedule = { open: policy.open, ...(calendar ? { calendar } : {}) }
    try {
      const { rule, dueAt } = soonest(kind, policy, running, schedule)
      // What a resident was told stands: a change may give them longer, never less.
      const stands = due !== null && (running.party === 'resident' || becameComplex(running, at))
      const least: number = at === running.from ? dueAt : stands && due ? due.dueAt : afterTime(at, 0, 'serviceHours', schedule)
      due = { dueAt: Math.max(dueAt, least), rule, version: policy.version }
      uncounted = null
    } catch (error) {
      // By what holds later it can be counted, perhaps; what was said before cannot be said any more.
      if (!(error instanceof NotCountable)) throw error
      uncounted = error
      due = null
    }
  }
  if (uncounted) throw uncounted
  if (!due) throw new Error(`nothing in force for ${running.clock}`)
  return due
}

/** By the line for its kind, or by the one that would hold if nobody had hurried it, where that is sooner. */
function soonest({ priority, unhurried }: Kind, policy: ClockPolicy, running: Running, schedule: Schedule): { rule: ClockRule; dueAt: number } {
  const by = (kind: Priority) => {
    const rule = ruleFor(policy.rules, running.clock, running.class, kind)
    return { rule, dueAt: dueUnder(rule.allows, running, schedule) }
  }
  const [hurried, calm] = [by(priority), by(unhurried ?? priority)]
  return calm.dueAt < hurried.dueAt ? calm : hurried
}

function becameComplex({ from, priorities }: Running, at: number): boolean {
  return at > from && priorities.some(kind => kind.from === at && (kind.unhurried ?? kind.priority) === 'complex')
}
