import { clocksOf } from '../../domain/clock/communityClocks'
import { pendingAt } from '../../domain/case/effect'
import { replay } from '../../domain/case/evolve'
import { dueField, FIELDS } from '../../domain/notice/fields'
import { warningOf, warningStartedIn } from '../../domain/notice/hazard'
import { isToAct, kindOfTemplate } from '../../domain/notice/kinds'
import { nudgedIn, nudgesOf, overtaken, recounted } from '../../domain/notice/nudge'
import type { Notice } from '../../domain/notice/notice'
import { untilNow } from '../../domain/notice/owed'
import { isStillTheirs } from '../../domain/notice/stillTheirs'
import { isOfPromise, isPassing, isStillSo, isVerdict, stillRuns, stillStands, stillToDo } from '../../domain/notice/stillTrue'
import { takenOverIn, takenOverNow } from '../../domain/notice/takenOver'
import { withDue } from '../../domain/notice/withDue'
import type { Community } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { stateLookedAt } from '../lib/caseMoney'
import type { CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import { leaderWaits } from '../lib/leaderWaits'
import type { WarningDocument } from '../lib/warnings'
import { waitingFor } from './waitingFor'

/** Documents read in one question: cases carry their whole history. */
const AT_ONCE = 100

/**
 * Whether what a notice says is true at this moment: `past` where somebody decided what it asks for, what it said is over, or it is no business of theirs any more;
 * a time where it has to be looked at again then, because a decision may yet be taken back; `broken` where it cannot be worked out.
 */
export type Time = 'now' | 'past' | 'broken' | number

/** A notice as it can be said now, and whether it can. */
export interface Seen { time: Time; notice: Notice }

/**
 * The same for many notices, in few reads. What merely told what happened stays true; of decisions about one case only the newest does.
 * @param person whose they are, with the roles in force; null where they are said to a group, whoever they were written for: what is late there is not counted here
 * @returns by the notice's id
 */
export async function timesOf(notices: readonly Notice[], now: number, person: Person | null): Promise<Map<string, Seen>> {
  const ids = notices.flatMap(n => (n.caseId === '' ? warningOf(n._id) ?? [] : []))
  const [cases, warnings] = await Promise.all([byIds<CaseDocument>('cases', notices.flatMap(n => (n.caseId === '' ? [] : [n.caseId]))), byIds<WarningDocument>('warnings', ids)])
  const communities = await byIds<Community>('communities', notices.filter(saysUntilWhen).flatMap(n => cases.get(n.caseId)?.communityId ?? []))
  const old = overtaken([...notices, ...await newerNudges(notices)])
  const seen = new Map<string, Seen>()
  for (const notice of notices) {
    if (!isUnderstood(notice)) {
      seen.set(notice._id, { time: 'broken', notice })
      continue
    }
    const says = old.has(notice._id) ? { time: 'past' as const, notice } : asItIs(notice, timeOf(notice, now, { cases, warnings, person }), cases.get(notice.caseId), communities, now)
    seen.set(notice._id, person && says.time === 'now' ? await counted(says.notice, now) : says)
  }
  return seen
}

/** The newest nudge of each person and role that is nudged here, where it is none of these: one of them may have been put off, after a later one went. */
async function newerNudges(notices: readonly Notice[]): Promise<Pick<Notice, '_id' | 'at'>[]> {
  const newest = new Map<string, { personId: string; at: number }>()
  for (const { _id, at } of notices) {
    const nudged = nudgedIn(_id)
    const ids = nudged && nudgesOf(nudged.as, nudged.personId)
    if (ids) newest.set(ids, { personId: nudged.personId, at: Math.max(at, newest.get(ids)?.at ?? 0) })
  }
  const found = await Promise.all([...newest].map(([ids, { personId, at }]) => db.collection('notices').where({ personId, at: _.gt(at), _id: _.and([_.gt(ids), _.lt(after(ids))]) }).orderBy('at', 'desc').field({ _id: true, at: true }).limit(1).get()))
  return found.flatMap(({ data }) => data as Pick<Notice, '_id' | 'at'>[])
}

/** The first id that begins otherwise, and comes after all that begin so. */
export function after(start: string): string {
  return `${start.slice(0, -1)}${String.fromCharCode(start.charCodeAt(start.length - 1) + 1)}`
}

/** By a template that this version has: another may have written it. */
function isUnderstood({ template }: Notice): boolean {
  return template === null || Object.hasOwn(FIELDS, template)
}

function saysUntilWhen(notice: Notice): boolean {
  return isUnderstood(notice) && notice.template !== null && dueField(notice.template) !== null
}

/** Until when may be another time by now: by what happened since, and by the times that the community keeps. */
function asItIs(notice: Notice, time: Time, document: CaseDocument | undefined, communities: ReadonlyMap<string, Community>, now: number): Seen {
  const event = document?.events[seqOf(notice) ?? -1]
  const community = communities.get(document?.communityId ?? '')
  if (time !== 'now' || !saysUntilWhen(notice) || !document || !event || !community) return { time, notice }
  try {
    const until = untilNow({ events: document.events, state: stateLookedAt(document.state, { clocks: clocksOf(community) }) }, event, notice.as, now)
    return { time, notice: { ...withDue(notice, until.due?.dueAt ?? null), until } }
  } catch (error) {
    // One that nobody understands must not keep the others waiting.
    console.error(`until when notice ${notice._id} says`, error)
    return { time: 'broken', notice }
  }
}

/** All that somebody was nudged about, or that waited when they took over, may be done by now, or some of it. */
async function counted(notice: Notice, now: number): Promise<Seen> {
  const led = takenOverIn(notice._id)
  if (led !== null) {
    const waits = await leaderWaits(led, notice.personId)
    return waits.total === 0 ? { time: 'past', notice } : { time: 'now', notice: takenOverNow(notice, waits) }
  }
  const nudged = nudgedIn(notice._id)
  if (!nudged) return { time: 'now', notice }
  const { total, since, goods } = await waitingFor(nudged.as, nudged.personId, now)
  return total === 0 ? { time: 'past', notice } : { time: 'now', notice: withDue(recounted(notice, total, goods), since) }
}

interface Around { cases: ReadonlyMap<string, CaseDocument>; warnings: ReadonlyMap<string, WarningDocument>; person: Person | null }

function timeOf(notice: Notice, now: number, { cases, warnings, person }: Around): Time {
  try {
    const document = cases.get(notice.caseId)
    const warning = warnings.get(warningOf(notice._id) ?? '')
    if (person && !isStillTheirs(notice, { state: document?.state ?? null, warnedSuppliers: warning?.supplierIds ?? null }, person)) return 'past'
    if (warningStartedIn(notice._id) !== null) return warning?.state.state === 'lifted' ? 'past' : 'now'
    const seq = seqOf(notice)
    if (seq === null) return 'now'
    if (!document) return 'past'
    const asks = isToAct(notice.kind ?? kindOfTemplate(notice.template))
    const event = document.events[seq]
    const passing = event && isPassing(event) ? event : null
    const verdict = notice.as === 'resident' && !asks && event !== undefined && isVerdict(event)
    if (!asks && !passing && !verdict) return 'now'
    const pending = pendingAt(document.state, now)
    if (pending) return pending.until
    if (verdict && !stillStands(seq, document, now)) return 'past'
    if (passing && !isStillSo(passing, document.state, now)) return 'past'
    if (asks && event && isOfPromise(event)) return stillRuns(event, seq, document, now) ? 'now' : 'past'
    return !asks || stillToDo(replay(document.events.slice(0, seq + 1)).state, document.state, notice.as) ? 'now' : 'past'
  } catch (error) {
    // One that nobody understands must not keep the others waiting.
    console.error(`what notice ${notice._id} says`, error)
    return 'broken'
  }
}

/** Which event of its case a notice tells; null where it tells none. */
function seqOf({ _id, caseId }: Notice): number | null {
  const seq = Number(_id.slice(caseId.length).split(':')[1])
  return caseId !== '' && Number.isInteger(seq) ? seq : null
}

async function byIds<T extends { _id: string }>(collection: string, ids: readonly string[]): Promise<Map<string, T>> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, T>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const { data } = await db.collection(collection).where({ _id: _.in(wanted.slice(from, from + AT_ONCE)) }).limit(AT_ONCE).get()
    for (const document of data as T[]) found.set(document._id, document)
  }
  return found
}
