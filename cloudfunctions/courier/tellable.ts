import type { Case } from '../../domain/case/case'
import { wechatDidNot, type Fallback } from '../../domain/notice/fallback/fallback'
import { bodyUntil, NO_TIME, type Until } from '../../domain/notice/asks'
import { isUrgent } from '../../domain/notice/fallback/urgent'
import { warningOf } from '../../domain/notice/hazard'
import type { Notice } from '../../domain/notice/notice'
import { kindOfTemplate } from '../../domain/notice/kinds'
import { nudgedIn, nudgeRound } from '../../domain/notice/nudge'
import { isWanted, type NoticeSettings } from '../../domain/notice/settings'
import type { Community } from '../../domain/orders/order'
import { hideHousehold } from '../../domain/people/hideHousehold'
import { maskPhones } from '../../domain/people/maskPhones'
import { isHiddenFromSomebody } from '../../domain/people/relation'
import { sideOf } from '../../domain/people/team'
import { isHiddenFromId } from '../../domain/people/whoActs'
import { fromShanghai } from '../../domain/clock/shanghai'
import type { CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import { settingsOf } from '../lib/noticeSettings'
import { loadPerson } from '../lib/people'
import { byIds } from './byIds'
import type { Item } from './channels/channel'
import { quietFor } from './quietFor'
import { after, timesOf, type Seen } from './timeOf'
import { casesLateIn, casesLateWith } from './waitingFor'

/** What becomes of an entry now: it is told, it is told no more, its time comes later, or it cannot be worked out. */
export type Tellable = { entry: Fallback } & ({ is: 'now'; item: Item } | { is: 'over'; why: 'outdated' | 'hidden' | 'read' | 'off' } | { is: 'later'; at: number } | { is: 'broken' })

/** Looks at what each entry of one place says as things stand now. */
export async function tellable(entries: readonly Fallback[], now: number): Promise<Tellable[]> {
  const [first] = entries
  const [notices, person] = await Promise.all([
    byIds<Notice>('notices', entries.map(e => e.noticeId)),
    // A group hears what its place has to do, whoever of its people it was written for.
    first && first.way !== 'robot' ? loadPerson({ personId: first.to, openid: null }) : null,
  ])
  const [cases, settings] = await Promise.all([byIds<CaseDocument>('cases', [...notices.values()].map(n => n.caseId)), settingsOf([...new Set([...notices.values()].map(n => n.personId))])])
  const communities = await byIds<Community>('communities', [...cases.values()].flatMap(c => c.state.hiddenIn ?? []))
  const times = await timesOf([...notices.values()], now, person)
  const [late, newest, quiet] = await Promise.all([lateOf([...times.values()], first?.way === 'robot' ? first.to : null, now), newestRound(entries), quietFor([...notices.values()], settings, now)])
  return entries.map((entry): Tellable => {
    try {
      return { entry, ...look(entry, { notices, cases, communities, times, late, newest, settings, quiet, now }) }
    } catch (error) {
      console.error(`${entry.way} for notice ${entry.noticeId}`, error)
      return { entry, is: 'broken' }
    }
  })
}

/** The cases of the nudges that may go, by the nudge's id. @param group the place whose group it is that hears it; null where a person does */
async function lateOf(seen: readonly Seen[], group: string | null, now: number): Promise<Map<string, string[]>> {
  const late = await Promise.all(seen.map(async ({ time, notice: { _id } }) => {
    const nudged = time === 'now' ? nudgedIn(_id) : null
    return nudged && [_id, await (group === null ? casesLateWith(nudged.as, nudged.personId, now) : casesLateIn(group, now))] as const
  }))
  return new Map(late.filter(l => l !== null))
}

/** The last entry that there is of a group's nudges, sent or not: one that was put off says nothing beside it, nor after it. Null where none of these is a nudge. */
async function newestRound(entries: readonly Fallback[]): Promise<string | null> {
  const round = entries.find(e => e.way === 'robot' && nudgeRound(e.noticeId) !== null)
  if (!round) return null
  const all = round._id.slice(0, round._id.lastIndexOf(':') + 1)
  const { data } = await db.collection('fallbacks').where({ _id: _.and([_.gt(all), _.lt(after(all))]) }).orderBy('_id', 'desc').field({ _id: true }).limit(1).get()
  return (data as Pick<Fallback, '_id'>[])[0]?._id ?? null
}

interface Found { notices: Map<string, Notice>; cases: Map<string, CaseDocument>; communities: Map<string, Community>; times: Map<string, Seen>; late: Map<string, string[]>; newest: string | null; settings: (personId: string) => NoticeSettings; quiet: (notice: Notice) => number | null; now: number }
type Look = Tellable extends infer T ? T extends unknown ? Omit<T, 'entry'> : never : never

function look(entry: Fallback, { notices, cases, communities, times, late, newest, settings, quiet, now }: Found): Look {
  const notice = notices.get(entry.noticeId)
  const document = cases.get(notice?.caseId ?? '')
  if (!notice || (notice.caseId !== '' && !document)) return { is: 'over', why: 'outdated' }
  // Who has opened the inbox since knows it; of a group, others may not.
  if (entry.way !== 'robot' && notice.readAt !== null) return { is: 'over', why: 'read' }
  if (isSwitchedOff(entry, notice, document, settings(notice.personId))) return { is: 'over', why: 'off' }
  if (document && isHidden(entry, notice, document, communities)) return { is: 'over', why: 'hidden' }
  const { time, notice: says } = times.get(notice._id) ?? { time: 'broken', notice }
  // Of how much is late a group hears the newest, as it is in its place.
  const past = entry.way === 'robot' && nudgedIn(notice._id) !== null && (entry._id !== newest || late.get(notice._id)?.length === 0)
  if (time === 'past' || past) return { is: 'over', why: 'outdated' }
  if (time === 'broken') return { is: 'broken' }
  if (time !== 'now') return { is: 'later', at: time }
  // Planned by day, and put off since because the service was busy.
  const morning = notice.urgent === true ? null : quiet(notice)
  if (morning !== null) return { is: 'later', at: morning }
  return { is: 'now', item: itemOf(says, document, late.get(notice._id), now) }
}

/** Whether a person does not want it by this way any more. What a group is told is others' to want, too; a danger goes. */
function isSwitchedOff({ way }: Fallback, notice: Notice, document: CaseDocument | undefined, settings: NoticeSettings): boolean {
  if (way === 'robot' || notice.urgent === true) return false
  return !isWanted(settings, notice.as, notice.kind ?? kindOfTemplate(notice.template), way, isUrgent(notice, document && aboutOf(document)))
}

/** Nobody knows who reads along in a group: what is hidden from anybody is not said there. */
function isHidden({ way }: Fallback, { personId }: Notice, { state }: CaseDocument, communities: Map<string, Community>): boolean {
  if (way === 'robot') return isHiddenFromSomebody(state)
  const community = communities.get(state.hiddenIn ?? '')
  return isHiddenFromId(state, personId, community ? sideOf(community) : [])
}

function aboutOf({ state, events }: CaseDocument): Pick<Case, 'state' | 'events'> {
  return { state, events }
}

function itemOf(notice: Notice, document: CaseDocument | undefined, late: readonly string[] | undefined, now: number): Item {
  const about = document && aboutOf(document)
  const masked = (words: string) => (about ? hideHousehold(words, about.state.line) : maskPhones(words))
  const dueAt = notice.dueAt !== undefined ? notice.dueAt : notice.template === 'toHandle' || notice.template === 'reminder' ? fromShanghai(notice.data['time3'] ?? '') : null
  const until: Until = notice.until ?? (dueAt === null || !notice.asks ? NO_TIME : { due: { clock: notice.asks.clock, dueAt }, atOnce: false })
  const warned = notice.caseId === '' && warningOf(notice._id) !== null
  return {
    cases: late && late.length > 0 ? late : [notice.caseId || notice._id], at: notice.at, title: masked(notice.title), body: masked(notice.asks ? bodyUntil(notice.asks, until, now) : notice.body), urgent: isUrgent(notice, about),
    goods: masked(about ? about.state.line.title : notice.data['thing1'] ?? notice.title), groupBuy: about ? masked(about.state.line.groupBuyTitle) : '',
    dueAt, nudge: late !== undefined, wechatDidNot: wechatDidNot(notice), hazard: warned || about?.state.class === 'hazard',
  }
}
