import type { Case, Party } from '../case/case'
import { deadlinesOf, dueFor, type Deadline } from './deadlines'
import { USUAL_CLOCKS } from './due'
import { waitedFor } from './promisedNow'
import type { ClockName } from './rules'
import { promisesOf } from './standing'

/** When something has to be done, and what that is. ms */
export type DueBy = Pick<Deadline, 'clock' | 'dueAt'>

/** Promises that follow from the history of a case, not from how it stands. */
export const FROM_HISTORY: readonly ClockName[] = ['respond', 'resolve', 'update', 'tell', 'appealWindow']

/** Words that a message asks for by themselves. That the neighbour is to be told is not: mostly the message beside it tells them. */
const WORDS: readonly (ClockName | null)[] = ['respond', 'update']

/** A promise by its name, as it runs at `now`; null where it does not, stands still, or nobody can say until when. */
export function runningNow(c: Pick<Case, 'state' | 'events'>, clock: ClockName, now: number): Deadline | null {
  if (!FROM_HISTORY.includes(clock)) return deadlinesOf(c.state).find(d => d.clock === clock) ?? null
  return fromHistory(c, now).find(d => d.clock === clock) ?? null
}

/** What somebody has to do next: what the state waits for, or a word that is due before that, as in lists (docs/decisions/0036). null: nothing runs for them, or nobody can say. */
export function nextFor(c: Pick<Case, 'state' | 'events'>, party: Party, now: number): DueBy | null {
  const decision = dueFor(c.state, party)
  if (!givesWords(c.state, party)) return decision
  const [word] = fromHistory(c, now).filter(d => d.party === party && WORDS.includes(d.clock)).sort((a, b) => a.dueAt - b.dueAt)
  return word && word.dueAt < (decision?.dueAt ?? Infinity) ? word : decision
}

/** The same from what is stored beside a state. `word`: the first of the words, where one runs */
export function soonerWord({ state, word, wordDueAt }: Pick<Case, 'state'> & { word?: ClockName | null; wordDueAt?: number | null }, decision: DueBy, party: Party): DueBy {
  return word != null && wordDueAt != null && WORDS.includes(word) && wordDueAt < decision.dueAt && givesWords(state, party) ? { clock: word, dueAt: wordDueAt } : decision
}

/** A supplier is asked for its answer and for nothing beside it. */
function givesWords(c: Case['state'], party: Party): boolean {
  return (party === 'leader' || party === 'operator') && waitedFor(c) === party
}

function fromHistory({ state, events }: Pick<Case, 'state' | 'events'>, now: number): Deadline[] {
  return promisesOf({ state, events, version: events.length }, state.clocks ?? USUAL_CLOCKS, now).flatMap(({ clock, party, from, endedAt, pausedBy, dueAt }) => (
    endedAt === null && pausedBy === null && dueAt !== null && FROM_HISTORY.includes(clock) ? [{ clock, party, from, dueAt }] : []))
}
