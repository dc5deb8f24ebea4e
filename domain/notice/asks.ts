import type { CaseState } from '../case/case'
import { seenBy } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { deadlinesOf } from '../clock/deadlines'
import { FROM_HISTORY, runningNow, soonerWord, type DueBy } from '../clock/nextPromise'
import type { ClockName } from '../clock/rules'
import { askedWord, dueWords, ENDS } from './blanks'
import type { NoticeKind, Told } from './kinds'

/** What a notice asks somebody to do by a time: which promise that is, of which case, and the body without the time, which may be another one by now. */
export interface Asks {
  caseId: string
  communityId: string
  clock: ClockName
  body: string
}

/** What is said of until when: the promise that is named, null where none is, and whether it is a danger that somebody has to look at, which waits for none. */
export interface Until { due: DueBy | null; atOnce: boolean }

export const NO_TIME: Until = { due: null, atOnce: false }

/** A danger is no matter of days: a promise that is further off, because nobody answers before, is not named with it (our own). ms */
const NAMED_WITH_DANGER = 3600_000

/** What is named of a promise. `isDanger`: to whoever has to do something about one */
export function untilOf(promise: DueBy | null, isDanger: boolean, now: number): Until {
  if (!isDanger || promise === null) return { due: promise, atOnce: false }
  return { due: promise.dueAt <= now + NAMED_WITH_DANGER ? promise : null, atOnce: true }
}

/** Whether somebody has to do with a danger otherwise than by being hurt by it. */
export function handlesDanger(c: Pick<CaseState, 'class'>, as: Told): boolean {
  return c.class === 'hazard' && as !== 'resident'
}

/** A case as it is, with the clocks of its community, and what is stored beside it; its history where what is asked follows from that. */
export interface Stands { state: CaseState; word?: ClockName | null; wordDueAt?: number | null; events?: CaseEvent[] | undefined }

/** Whether what a notice says until when takes the history of its case. */
export function takesHistory({ asks, kind }: { asks?: Asks; kind?: NoticeKind }): boolean {
  return asks !== undefined && kind === 'reminder' && FROM_HISTORY.includes(asks.clock)
}

/**
 * Until when what a notice asks for is to be done, as it is now; `NO_TIME` where nobody waits for it any more, or for the time being. A reminder is about its own
 * promise; what is theirs to do, about a word as well, where that is due before. Whoever looks has read of it: what runs from their knowing runs from now at the latest.
 */
export function askedUntil({ clock }: Pick<Asks, 'clock'>, { as, kind }: { as: Told; kind?: NoticeKind | undefined }, c: Stands, now: number): Until {
  const known = seenBy(c.state, as, now)
  const state = as === 'resident' ? { ...known, toTell: null, told: [...known.told ?? [], { upTo: now, at: now }] } : known
  const own = ownOf(clock, as, { ...c, state }, now)
  return untilOf(own && (kind === 'reminder' ? own : soonerWord({ ...c, state }, own, as)), handlesDanger(state, as), now)
}

function ownOf(clock: ClockName, as: Told, { state, word, wordDueAt, events }: Stands, now: number): DueBy | null {
  if (!FROM_HISTORY.includes(clock)) return deadlinesOf(state).find(d => d.clock === clock && d.party === as) ?? null
  if (!events) return word === clock && wordDueAt != null ? { clock, dueAt: wordDueAt } : null
  const running = runningNow({ state, events }, clock, now)
  return running?.party === as ? running : null
}

/** The body with the time as it is; without one where nobody waits. `now`: ms */
export function bodyUntil({ body }: Pick<Asks, 'body'>, { due, atOnce }: Until, now: number): string {
  return due === null && !atOnce ? body : ended(body, dueWords(due, now, atOnce))
}

/** The body as it stands above the time: with what is asked first by then, where the message is about more, or that it is to be looked at whatever the time. */
export function bodyAbove({ body, clock }: Pick<Asks, 'body' | 'clock'>, { due, atOnce }: Until): string {
  if (atOnce) return ended(body, '，请马上看')
  const word = due === null || due.clock === clock ? '' : askedWord(due)
  return word === '' ? body : ended(body, `，请${word}`)
}

function ended(body: string, more: string): string {
  return `${body}${ENDS.test(body) ? more.replace(/^，/u, '') : more}`
}
