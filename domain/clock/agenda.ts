import type { Case, CaseState, Party } from '../case/case'
import { goodsState } from '../case/goods'
import { admitsBySilence } from '../case/silence'
import { afterTime, isOpenAt, type Schedule } from './businessTime'
import { byEvening, inTheDay } from './byDay'
import { NotCountable } from './calendar'
import { dueUnder, policyAt, type Clocks } from './due'
import { lineClass, ruleFor, type ClockName, type ClockRule } from './rules'
import { runningOf, type Deadline } from './standing'
import { breaksOf, stretchesOf, type Stretch } from './stretches'

/**
 * Something that the clock does by itself. `nth` counts within one promise, from 0.
 * `remind`: before it is due; `nudge`: after; `escalate`: the desk takes it (`takes`), or hears of it; `lapse`: a wait on the resident is over;
 * `supplierMissed`: who asked the supplier decides alone; `admit`: silence that was agreed on to be a yes; `lookAgain`: it hangs on the calendar of a year
 * that is not announced, and is looked at each day until it is.
 */
export type ClockAct = { at: number; clock: ClockName; since: number } & (
  | { does: 'remind' | 'nudge'; nth: number; party: Party }
  | { does: 'escalate'; takes: boolean }
  | { does: 'lapse' | 'supplierMissed' | 'admit' | 'lookAgain' }
)

/** So many nudges, then one a day: whoever has not heard thirty of them will not hear the next (our own). */
const MOST_NUDGES = 30
const DAY = 24 * 3600_000

/** Before silence admits, who is silent hears of it (our own). ms */
const ANNOUNCED = 12 * 3600_000

/** Waits on the resident that come to an end by themselves. */
const LAPSING: readonly ClockName[] = ['evidence', 'offer', 'bringBack']

/**
 * What the clock still has to do on a case, each thing once, in the order of time; what lies before `now` is due. Reminders that were missed are
 * dropped for the latest one, nudges likewise. What was done is read from the events.
 */
export function agendaOf(c: Case, clocks: Clocks, now: number): ClockAct[] {
  const { open } = policyAt(clocks.policies, now)
  const schedule: Schedule = { open, ...(clocks.calendar ? { calendar: clocks.calendar } : {}) }
  const stretches = stretchesOf(c.events, now)
  return runningOf(c, clocks, now).flatMap(deadline => {
    const stretch = stretches.find(s => s.endedAt === null && s.clock === deadline.clock)
    if (!stretch) return []
    try {
      return actsOf(c, deadline, stretch, clocks, schedule, now)
    } catch (error) {
      if (error instanceof NotCountable) return [unannounced(deadline, now)]
      throw error
    }
  }).sort((a, b) => a.at - b.at)
}

/** When the desk takes over what runs, or hears of it, as far as anybody can say and it did not happen yet. ms */
export function escalationsOf(c: Case, clocks: Clocks, now: number): { clock: ClockName; at: number; takes: boolean }[] {
  const policy = policyAt(clocks.policies, now)
  const schedule: Schedule = { open: policy.open, ...(clocks.calendar ? { calendar: clocks.calendar } : {}) }
  const running = runningOf(c, clocks, now)
  return stretchesOf(c.events, now).filter(s => s.endedAt === null && breaksOf(s).pausedBy === null).flatMap(stretch => {
    const dueAt = running.find(d => d.clock === stretch.clock)?.dueAt ?? null
    try {
      return dueAt === null ? [] : escalation(c, stretch, dueAt, ruleFor(policy.rules, stretch.clock, lineClass(c.state, stretch.clock), stretch.priority), schedule)
    } catch (error) {
      if (error instanceof NotCountable) return []
      throw error
    }
  }).flatMap(act => (act.does === 'escalate' ? [{ clock: act.clock, at: act.at, takes: act.takes }] : []))
}

function actsOf(c: Case, deadline: Deadline, stretch: Stretch, { policies }: Clocks, schedule: Schedule, now: number): ClockAct[] {
  if (deadline.standing === 'unknown') return [unannounced(deadline, now)]
  // While it waits for somebody else, nobody is pressed for it, late or not.
  if (deadline.dueAt === null || deadline.pausedBy) return []
  const rule = ruleFor(policyAt(policies, now).rules, deadline.clock, lineClass(c.state, deadline.clock), stretch.priority)
  return [...reminders(c, deadline, deadline.dueAt, rule, now), ...nudge(c, deadline, stretch, deadline.dueAt, rule, schedule, now), ...escalation(c, stretch, deadline.dueAt, rule, schedule), ...ending(c.state, deadline, deadline.dueAt), ...admission(c, deadline, deadline.dueAt)]
}

function unannounced({ clock, from }: Deadline, now: number): ClockAct {
  return { does: 'lookAgain', clock, since: from, at: now + DAY }
}

/** When the clock has to look at a case next; null where it need not. ms */
export function nextLook(c: Case, clocks: Clocks, now: number): number | null {
  return agendaOf(c, clocks, now)[0]?.at ?? null
}

/** When whoever has to act was reminded of it, before it was due or after. ms */
function remindedAt(c: Case, { clock, from }: Pick<Deadline, 'clock' | 'from'>, late: boolean): number[] {
  return c.events.flatMap(e => (e.type === 'Reminded' && e.clock === clock && e.since === from && e.late === late ? [e.at] : []))
}

function reminders(c: Case, d: Deadline, dueAt: number, { remindBefore = [] }: ClockRule, now: number): ClockAct[] {
  // By when they came, not by their place: a policy may have others meanwhile.
  const given = remindedAt(c, d, false)
  const last = Math.max(d.from, ...given)
  const all = remindBefore.map(before => inTheDay(dueAt - before, dueAt)).filter(at => at > last && at < dueAt)
    .map((at, i): ClockAct => ({ does: 'remind', clock: d.clock, since: d.from, nth: given.length + i, party: d.party, at }))
  const missed = all.filter(r => r.at <= now).slice(-1).map(r => ({ ...r, nth: given.length }))
  // A reminder after its time is over is none: then what happens at the end happens.
  return [...(now < dueAt ? missed : []), ...all.filter(r => r.at > now)]
}

function nudge(c: Case, d: Deadline, { theirsSince }: Stretch, dueAt: number, { nudgeEvery }: ClockRule, schedule: Schedule, now: number): ClockAct[] {
  if (nudgeEvery === undefined) return []
  const given = remindedAt(c, d, true)
  const last = given.at(-1)
  // What was late when it came to them they have just been told of, in the message that gave it to them.
  const first = theirsSince > dueAt ? afterTime(theirsSince, nudgeEvery, 'serviceHours', schedule) : dueAt
  const next = last === undefined ? afterTime(dueAt, 0, 'serviceHours', schedule)
    : given.length < MOST_NUDGES ? afterTime(last, nudgeEvery, 'serviceHours', schedule) : afterTime(last + Math.max(DAY, nudgeEvery), 0, 'serviceHours', schedule)
  const at = Math.max(first, next)
  // What was missed is made up for by one, and by day.
  return [{ does: 'nudge', clock: d.clock, since: d.from, nth: given.length, party: d.party, at: at > now ? at : Math.max(at, isOpenAt(now, schedule) ? at : afterTime(now, 0, 'serviceHours', schedule)) }]
}

function escalation(c: Case, stretch: Stretch, dueAt: number, { escalateAfter }: ClockRule, schedule: Schedule): ClockAct[] {
  const { clock, from, party } = stretch
  const { desk, decision } = c.state
  if (!desk || !escalateAfter || c.events.some(e => e.type === 'Escalated' && e.clock === clock && e.since === from)) return []
  const takes = (clock === 'respond' || clock === 'review') && decision === 'review'
  // What the desk holds already has nobody above it but the appeal, which others of the desk may take.
  if (party === 'operator' && clock !== 'appeal') return []
  // Where silence is a yes, nobody has to see to it that somebody speaks.
  if (saysYesBySilence(c, clock)) return []
  // What came in the night is not taken from anybody in the first minute of the morning; a danger is.
  const begins = clock === 'respond' && c.state.class !== 'hazard' ? afterTime(from, 0, 'serviceHours', schedule) : from
  const at = dueUnder(escalateAfter, { from: begins, party, breaks: breaksOf(stretch).breaks }, schedule)
  // Nobody takes over, or hears of, what is not late: neither a word that the leader gave, nor one that is due once somebody answers again.
  return [{ does: 'escalate', clock, since: from, takes, at: Math.max(at, dueAt) }]
}

function ending(c: CaseState, { clock, from }: Deadline, dueAt: number): ClockAct[] {
  const does = LAPSING.includes(clock) && !(clock === 'bringBack' && goodsState(c) !== 'awaitingReturn') ? 'lapse' : clock === 'supplierFirst' ? 'supplierMissed' : null
  return does ? [{ does, clock, since: from, at: dueAt }] : []
}

/**
 * Silence that was agreed on to be a yes: said to whoever acts for the supplier, so long before it does, and nothing while nobody acts for it. Who was told late, or came
 * late, has as long. Where a community has them reminded otherwise, that is how it is said.
 */
function admission(c: Case, d: Deadline, dueAt: number): ClockAct[] {
  if (!saysYesBySilence(c, d.clock)) return []
  const [said] = remindedAt(c, d, false)
  const act = { clock: d.clock, since: d.from }
  if (said === undefined) return [{ ...act, does: 'remind', nth: 0, party: 'supplier', at: announcedAt(d.from, dueAt) }]
  return [{ ...act, does: 'admit', at: Math.max(dueAt, said + ANNOUNCED) }]
}

/** Half a day before it is due, in the evening before where that is at night: then it says yes when it is due, and not half a day after the morning. */
function announcedAt(from: number, dueAt: number): number {
  const evening = byEvening(dueAt - ANNOUNCED)
  return evening > from ? evening : inTheDay(Math.max(from, dueAt - ANNOUNCED), dueAt)
}

function saysYesBySilence(c: Case, clock: ClockName): boolean {
  return clock === 'recovery' && admitsBySilence(c.state) && !c.state.supplierGone
}
