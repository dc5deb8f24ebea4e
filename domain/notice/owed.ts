import type { Case, CaseState, Party } from '../case/case'
import { effectiveAtOf } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { totalDue } from '../case/liability'
import { leadersSide } from '../case/stage'
import { dueFor } from '../clock/deadlines'
import { nextFor, runningNow, type DueBy } from '../clock/nextPromise'
import { handlesDanger, untilOf, type Asks, type Until } from './asks'
import { fill, type Moment } from './blanks'
import { CONDITIONS } from './conditions'
import { fieldsOf, LONGEST_THING } from './fields'
import { isToAct, type NoticeKind, type Told } from './kinds'
import { shortName } from './shorten'
import { TABLE, type Cell, type Line } from './table'
import { templateFor, type TemplateKey } from './templates'

/** A message owed to a party because of one event. */
export interface Owed {
  to: Told
  title: string
  body: string
  kind: NoticeKind
  template: TemplateKey
  data: Record<string, string>
  /** A danger, or what somebody has to do about one. */
  urgent: boolean
  /** Where the body says until when something is to be done. */
  asks?: Asks
}

/**
 * Event → who is told what, once it is in effect, by the table. `state` and `events` are those right after the event. Nobody is told of what they did themselves;
 * a case that came with an order somebody bound is news to them, though.
 */
export function owedFor({ state: c, events }: Pick<Case, 'state' | 'events'>, event: CaseEvent): Owed[] {
  const row = Object.entries(TABLE[event.type]) as [Told, Cell][]
  return row.flatMap(([cell, entries]) => {
    const line = lineOf(entries, c, event)
    // What follows from a complaint that the desk has is the desk's to do: nobody of the leader's side is told to.
    const to = line !== null && cell === 'leader' && isToAct(line.kind) ? leadersSide(c) : cell
    if (line === null || (to === event.by.party && event.type !== 'TakenOver')) return []
    const then = { state: toldNow(c, event), events }
    const promise = promiseOf(then, event, actsFor(c, cell), effectiveAtOf(event))
    return [message(line, to, { c, e: event, to: cell, promise, asks: event.type === 'Reminded' ? promise : dueFor(then.state, actsFor(c, cell)) ?? promise })]
  })
}

/** The first line of a cell that holds; null where nobody is told. */
export function lineOf(cell: Cell, c: CaseState, event: CaseEvent): Line | null {
  const entry = cell.find(({ when }) => (when ?? []).every(name => CONDITIONS[name].holds(c, event)))
  if (!entry) throw new Error(`the table of messages leaves open who is told of ${event.type}`)
  return 'untold' in entry ? null : entry
}

/**
 * Until when somebody has to do what an event asks of them, by a case as it is; of what was given on because its time was over, when that was. Nothing is named where
 * nothing runs for them, or nobody can say. `now`: ms
 */
export function untilNow(c: Pick<Case, 'state' | 'events'>, event: CaseEvent, as: Told, now: number): Until {
  return untilOf(promiseOf(c, event, as, now), handlesDanger(c.state, as), now)
}

/** What the clock says of a promise is about that one, whatever else runs. */
function promiseOf(c: Pick<Case, 'state' | 'events'>, event: CaseEvent, party: Party, now: number): DueBy | null {
  return event.type === 'Reminded' || (event.type === 'Escalated' && !event.takes) ? runningNow(c, event.clock, now) : nextFor(c, party, now)
}

/** A message that says until when is what tells them: their time runs from it, or from when they really came to read it. */
function toldNow(c: CaseState, event: CaseEvent): CaseState {
  const at = effectiveAtOf(event)
  return event.type === 'Reminded' ? c : { ...c, toTell: null, told: [...c.told ?? [], { upTo: at, at }] }
}

function actsFor(c: CaseState, party: Party): Party {
  return party === 'leader' ? leadersSide(c) : party
}

function message({ kind, title, body, status, next }: Line, to: Told, { promise, asks: whole, ...about }: Omit<Moment, keyof Until> & { promise: DueBy | null; asks: DueBy | null }): Owed {
  const moment: Moment = { ...about, ...untilOf(promise, isToAct(kind) && handlesDanger(about.c, to), effectiveAtOf(about.e)) }
  const { c, e, due } = moment
  const says = fill(title, moment)
  const fits = says.length <= LONGEST_THING ? says : fill(title, { ...moment, c: namedShort(c, says.length - LONGEST_THING) })
  const template = templateFor(to, kind)
  const data = fieldsOf(template, {
    goods: c.line.title, number: caseNumber(c), title: fits, status: status === undefined ? '待处理' : fill(status, moment), next: next === undefined ? fits : fill(next, moment),
    amount: totalDue(c), at: effectiveAtOf(e), due: due?.dueAt ?? null,
  })
  // The word that is due before is found anew each time: once it is given, the rest is still to be done.
  const asks = whole && body.includes('{due}') ? { asks: { caseId: c.id, communityId: c.communityId, clock: whole.clock, body: fill(body, { ...moment, due: null, atOnce: false }) } } : {}
  return { to, title: says, body: fill(body, moment), kind, template, data, urgent: isUrgent(c, e, to, kind), ...asks }
}

/** Whose it is can be cut, what is wrong with it cannot. `over`: letters too many */
function namedShort(c: CaseState, over: number): CaseState {
  return { ...c, line: { ...c.line, buyer: shortName(c.line.buyer, c.line.buyer.length - over) } }
}

/** That there is a danger, to whoever handles it, and what they have to do about it. */
function isUrgent(c: CaseState, e: CaseEvent, to: Told, kind: NoticeKind): boolean {
  return handlesDanger(c, to) && (isToAct(kind) || e.type === 'Filed')
}

/** The number people read out on the phone: short, no Chinese. */
export function caseNumber(c: Pick<CaseState, 'id'>): string {
  return c.id.replaceAll('-', '').slice(0, 8).toUpperCase()
}
