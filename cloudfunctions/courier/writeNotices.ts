import { effectiveAtOf, inEffect, pendingAt } from '../../domain/case/effect'
import { replay } from '../../domain/case/evolve'
import { clocksOf } from '../../domain/clock/communityClocks'
import { fallbackMark } from '../../domain/notice/fallback/fallback'
import type { Notice } from '../../domain/notice/notice'
import { nudge, NUDGED_EVERY, nudgedBy, nudgeId, type NudgedAs } from '../../domain/notice/nudge'
import { owedFor, type Owed } from '../../domain/notice/owed'
import { casePage } from '../../domain/notice/pages'
import type { Community } from '../../domain/orders/order'
import { deskReached, type Desk } from '../../domain/people/desk'
import { leadersOf, sideOf } from '../../domain/people/team'
import { isHiddenFromId, staffOf, whoActs } from '../../domain/people/whoActs'
import { stateLookedAt } from '../lib/caseMoney'
import { takeEffect, type CaseDocument } from '../lib/cases'
import { communityOf } from '../lib/community'
import { takeOverLate } from '../lib/takeOver'
import { _, db, findById, insertOnce, updateOne } from '../lib/database'
import type { SupplierDocument } from '../lib/supplier'
import { waitingFor } from './waitingFor'

/** Cases read at a time. */
const PORTION = 100
/** A function lives at most 60 s [wechat], and the copies want some of it; what is left waits a minute. ms */
const LONGEST = 30_000

/** Writes every notice that is owed into its person's inbox, exactly once. @returns how many were new */
export async function writeNotices(now: number): Promise<number> {
  let written = 0
  const failed = new Set<string>()
  for (;;) {
    const { data } = await db.collection('cases').where({ noticesDueAt: _.and([_.gt(0), _.lte(now)]) }).orderBy('noticesDueAt', 'asc').limit(PORTION + failed.size).get()
    const due = (data as CaseDocument[]).filter(({ _id }) => !failed.has(_id))
    for (const document of due) {
      try {
        written += await writeNoticesOf(document, now)
      } catch (error) {
        // One case that cannot be told must not keep the others waiting; its mark stays, so it is tried again.
        failed.add(document._id)
        console.error(`notices of case ${document._id}`, error)
      }
    }
    if (due.length < PORTION || Date.now() > now + LONGEST) return written
  }
}

async function writeNoticesOf(stored: CaseDocument, now: number): Promise<number> {
  let written = 0
  const document = await takeOverLate(stored, now)
  // The newest decision may still be taken back: what came before it is told now, itself when it is in effect.
  const waiting = pendingAt(document.state, now)
  const upTo = waiting ? document.events.length - 1 : document.events.length
  // Somebody was faster; the mark stays, and the case is looked at again.
  if (!waiting && document.recallable && !(await takeEffect(document))) return 0
  const community = await communityOf(document.communityId)
  for (let seq = document.noticed; seq < upTo; seq++) {
    const event = document.events[seq]
    if (!event) break
    // Fell before anybody knew of it: nobody is told.
    if (!inEffect(document.events, seq, now)) continue
    // What was true right after the event, not what is true now.
    const then = replay(document.events.slice(0, seq + 1))
    const nudged = nudgedBy(then.state, event)
    if (nudged) written += await writeNudges(document, nudged, community, event.at)
    for (const owed of owedFor({ ...then, state: stateLookedAt(then.state, { clocks: clocksOf(community) }) }, event)) {
      for (const personId of await recipients(document, owed.to, community)) {
        // A leader who is also the resident is not told of their own tap; what came with an order is no tap.
        if (personId === event.by.personId && event.type !== 'TakenOver') continue
        if (await insertOnce('notices', notice(document, seq, effectiveAtOf(event), personId, owed))) written += 1
      }
    }
  }
  // Guarded by the version: an event written meanwhile keeps the mark.
  await updateOne('cases', { _id: document._id, version: document.version }, { noticed: upTo, noticesDueAt: waiting?.until ?? null })
  return written
}

/** One for all that is late, at most once in half an hour. @returns how many were new */
async function writeNudges(c: CaseDocument, nudged: NudgedAs, community: Community, at: number): Promise<number> {
  let written = 0
  for (const personId of await recipients(c, nudged, community)) {
    if (await nudgedLately(nudged, personId, at)) continue
    const waiting = await waitingFor(nudged, personId, at)
    if (waiting.total > 0 && await insertOnce('notices', { ...nudge(nudged, personId, c.state.line, waiting, at), ...fallbackMark(nudged) })) written += 1
  }
  return written
}

/** Whether they were nudged less than half an hour before: its id alone would let one follow on another at the full half hour. */
async function nudgedLately(nudged: NudgedAs, personId: string, at: number): Promise<boolean> {
  const { total } = await db.collection('notices').where({ _id: _.in([nudgeId(nudged, personId, at), nudgeId(nudged, personId, at - NUDGED_EVERY)]), at: _.gt(at - NUDGED_EVERY) }).count()
  return (total ?? 0) > 0
}

async function recipients(c: CaseDocument, to: Owed['to'], community: Community): Promise<string[]> {
  if (to === 'resident') return c.residentId === null ? [] : [c.residentId]
  if (to === 'leader') {
    // Who is named in a complaint is told nothing of it, leader or not.
    return leadersOf(community).filter(id => !isHiddenFromId(c.state, id, sideOf(community)))
  }
  if (to === 'operator') {
    const desk = community.deskId === undefined ? null : await findById<Desk>('desks', community.deskId)
    if (!desk) return []
    const able = whoActs(c.state, 'operator', staffOf(community, desk))
    return deskReached(desk, c.state.decision === 'appealed' ? 'decideAppeal' : 'settle', id => !able.includes(id)).filter(id => !isHiddenFromId(c.state, id, sideOf(community)))
  }
  const supplier = c.supplierId === null ? null : await findById<SupplierDocument>('suppliers', c.supplierId)
  return supplier?.people.filter(id => !c.state.hiddenFrom?.includes(id)) ?? []
}

function notice(c: CaseDocument, seq: number, at: number, personId: string, owed: Owed): Notice {
  return {
    _id: `${c._id}:${seq}:${owed.to}:${personId}`, personId, as: owed.to, caseId: c._id, title: owed.title, body: owed.body,
    page: casePage(owed.to, c._id), at, readAt: null,
    kind: owed.kind, urgent: owed.urgent, about: { goods: c.state.line.title, groupBuyId: c.groupBuyId, productId: c.state.line.productId, communityId: c.communityId, supplierId: c.supplierId },
    ...(owed.asks ? { asks: owed.asks } : {}),
    template: owed.template, data: owed.data, copy: 'due', copyAt: at, copyError: '', tries: 0, ...fallbackMark(owed.to),
  }
}
