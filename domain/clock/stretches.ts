import type { CaseState, Party } from '../case/case'
import { effectiveAtOf, inEffect } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { evolve } from '../case/evolve'
import { holderOf, isOpen, leadersSide, liesWith, stageOf } from '../case/stage'
import { knownSince } from '../case/knows'
import { isToldTo } from '../case/told'
import type { Interval } from './interval'
import { kindOf, type KindsSince } from './priority'
import { FROM_TOLD, isInvestigated, promisedNow, waitedFor, type Promised } from './promisedNow'
import type { ClockName, Priority } from './rules'

/** Why nothing of a promise goes by: the resident has been asked something, does not know of it yet, or something is being found out. */
export type Why = 'resident' | 'notTold' | 'investigation'

/** A stretch during which a promise stood still; `to` is null while it still does. */
export interface Pause { from: number; to: number | null; why: Why }

/** A promise as the history tells it, whatever policy says how long it is. ms */
export interface Stretch {
  clock: ClockName
  /** Who has, or had, to act, and since when they are the one. */
  party: Party
  theirsSince: number
  from: number
  pauses: Pause[]
  /** When it was over; null while it runs. */
  endedAt: number | null
  /** Over because it began anew, or went to somebody else, or the resident took the case back: then it was neither kept nor, before it was due, broken. */
  dropped: boolean
  /** Due when somebody said, not when a policy says: a leader's 今晚9点前, the expected end of an investigation. */
  fixed: number | null
  /** Due at the latest: an offer ends by then. */
  atMost: number | null
  /** What kind of case it was by its end, or is by now. */
  priority: Priority
  /** And what kind before, from when on each. */
  priorities: KindsSince
}

/** What a history tells beside the state that it makes. */
interface Facts {
  /** Somebody acted on it, or promised to. */
  answered: boolean
  /** Since when the case can come to its end: filed, opened again, or an investigation ended. */
  openSince: number
  /** When somebody last gave the resident a word, or it became somebody's to give one: what they say themselves gives them none. */
  lastWord: number
  /** When it turned out that they had not been told after all: nobody could have told them again before. 0: it did not. */
  untoldAnew: number
}

/** After them somebody else has it, or nobody. */
const DROPPING: readonly CaseEvent['type'][] = ['Withdrawn', 'Referred', 'Reassigned', 'InvestigationStarted']

/** Whether what ended with this event was neither kept nor broken. What was put aside is not done: nobody kept that it would be. */
function isDropped({ clock }: Stretch, { type }: CaseEvent): boolean {
  return DROPPING.includes(type) || (type === 'Lapsed' && clock === 'resolve')
}

/** Every promise there was and is on a case, in the order in which they began. Computed from what happened and nothing else. */
export function stretchesOf(events: readonly CaseEvent[], now: number): Stretch[] {
  const all: Stretch[] = []
  let state: CaseState | null = null
  let facts: Facts = { answered: false, openSince: 0, lastWord: 0, untoldAnew: 0 }
  for (const [seq, event] of events.entries()) {
    // What fell before it counted, or may yet, happened for nobody's promise.
    const before: CaseState | null = state && state.pending && event.at < state.pending.until ? state.pending.before : state
    state = evolve(state, event)
    if (event.type === 'DecisionUndone' || !inEffect(events, seq, now)) continue
    const at = effectiveAtOf(event)
    facts = factsAfter(facts, event, before, state, at)
    step(all, state, facts, event, at)
  }
  return all
}

function factsAfter(facts: Facts, event: CaseEvent, before: CaseState | null, state: CaseState, at: number): Facts {
  const begins = isOpen(state) && (!before || !isOpen(before) || event.type === 'InvestigationEnded')
  return {
    answered: facts.answered || (event.by.party !== 'resident' && event.by.party !== 'system' && event.type !== 'Filed') || (event.type === 'Filed' && event.promisedUntil !== undefined),
    openSince: begins ? at : facts.openSince,
    lastWord: begins || (isToldTo(event, 'resident') && (event.by.party !== 'resident' || !owesWord(before))) ? at : facts.lastWord,
    untoldAnew: event.type === 'NotTold' && before?.toTell == null ? at : facts.untoldAnew,
  }
}

/** Whether somebody besides the resident has it, and so something to say. */
function owesWord(c: CaseState | null): boolean {
  return c !== null && stageOf(c) !== 'waitingNobody' && holderOf(c) !== null && holderOf(c) !== 'resident'
}

/** Ends what no longer runs, begins what does now, and lets what stands still stand still. */
function step(all: Stretch[], state: CaseState, facts: Facts, event: CaseEvent, at: number): void {
  const wanted = wantedBy(state, facts)
  const kind = kindOf(state)
  const { priority } = kind
  for (const running of all.filter(s => s.endedAt === null)) {
    const goesOn = wanted.find(w => w.clock === running.clock && w.from === running.from && (w.fixed ?? null) === running.fixed)
    if (goesOn) {
      const last = running.priorities.at(-1)
      if (priority !== last?.priority || kind.unhurried !== last.unhurried) running.priorities.push({ from: at, ...kind })
      if (goesOn.party !== running.party) running.theirsSince = at
      Object.assign(running, { party: goesOn.party, priority, atMost: goesOn.atMost ?? null })
      continue
    }
    endPause(running, at)
    Object.assign(running, { endedAt: at, dropped: isDropped(running, event) || (running.clock !== 'update' && wanted.some(w => w.clock === running.clock)) })
  }
  for (const { clock, party, from, fixed, atMost } of wanted) {
    if (all.some(s => s.endedAt === null && s.clock === clock)) continue
    all.push({ clock, party, theirsSince: from, from, pauses: [], endedAt: null, dropped: false, fixed: fixed ?? null, atMost: atMost ?? null, priority, priorities: [{ from, ...kind }] })
  }
  for (const running of all.filter(s => s.endedAt === null)) {
    if (event.type === 'NotTold' && FROM_TOLD.includes(running.clock)) running.pauses = untoldSince(state, running.from)
    pauseOrResume(running, whyPaused(state, running), at)
  }
}

/** That they were told was not so: what waits for them stood still all the while, or until they were told otherwise. */
function untoldSince(c: CaseState, from: number): Pause[] {
  const to = knownSince(c, from)
  return to === from ? [] : [{ from, to, why: 'notTold' }]
}

function pauseOrResume(running: Stretch, why: Why | null, at: number): void {
  if (running.pauses.at(-1)?.to === null && running.pauses.at(-1)?.why === why) return
  endPause(running, at)
  if (why) running.pauses.push({ from: Math.max(at, running.from), to: null, why })
}

function endPause(running: Stretch, at: number): void {
  const last = running.pauses.at(-1)
  if (last?.to === null) last.to = Math.max(at, last.from)
}

function whyPaused(c: CaseState, { clock, from }: Stretch): Why | null {
  if (FROM_TOLD.includes(clock)) return knownSince(c, from) === null ? 'notTold' : null
  if (clock !== 'resolve') return null
  if (isInvestigated(c)) return 'investigation'
  const asked = holderOf(c) === 'resident' ? promisedNow(c).find(p => p.party === 'resident') : undefined
  return asked && knownSince(c, asked.from) !== null ? 'resident' : null
}

function wantedBy(c: CaseState, { answered, openSince, lastWord, untoldAnew }: Facts): Promised[] {
  const holder = stageOf(c) === 'waitingNobody' ? null : holderOf(c)
  return [
    ...promisedNow(c),
    ...(c.decision === 'rejected' && c.desk && !c.appeal && c.rejection && c.closedAt == null ? [{ clock: 'appealWindow' as const, party: 'resident' as const, from: c.appealFrom ?? c.rejection.at }] : []),
    ...(holder && holder !== 'resident' && !answered ? [{ clock: 'respond' as const, party: holder, from: c.filedAt }] : []),
    ...(holder ? [{ clock: 'resolve' as const, party: holder === 'resident' ? asker(c) : holder, from: openSince }] : []),
    // Who finds something out has something to say.
    ...(holder && holder !== 'resident' ? [{ clock: 'update' as const, party: waitedFor(c) ?? holder, from: lastWord }] : []),
    ...(c.toTell ? [{ clock: 'tell' as const, party: leadersSide(c), from: Math.max(c.toTell, untoldAnew) }] : []),
  ]
}

/** Who waits for the resident has to bring it to its end all the same. */
function asker(c: CaseState): Party {
  const by = c.decision === 'offered' ? c.offer?.by : liesWith(c)
  return by && by !== 'resident' ? by : leadersSide(c)
}

/** The breaks of a stretch that are over by now, and whether one is not. */
export function breaksOf({ pauses }: Stretch): { breaks: Interval[]; pausedBy: Why | null } {
  return { breaks: pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }])), pausedBy: pauses.find(p => p.to === null)?.why ?? null }
}
