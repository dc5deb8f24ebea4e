import type { CaseState } from '../case/case'
import type { CaseEvent } from '../case/events'
import type { Place } from './fallback/fallback'
import { FIELDS, fieldsOf, LONGEST_THING } from './fields'
import type { Told } from './kinds'
import { fitField } from './limits'
import type { Notice } from './notice'
import { LIST_PAGES } from './pages'
import { shortGoods } from './shorten'
import { templateFor } from './templates'

/** How often somebody hears at most that cases are over their time [spec: case, clocks, "respond": every 30 min; in the pick-up rush one digest]. ms */
export const NUDGED_EVERY = 30 * 60_000

/** What somebody is nudged as: it counts all that is late with them in this role, wherever they have it. */
export type NudgedAs = Exclude<Told, 'resident'>

/** In which role the event nudges somebody; null where it is no nudge. A danger waits for no others: see the table of messages. A resident is reminded of each case by itself, before its time. */
export function nudgedBy(c: Pick<CaseState, 'class' | 'supplierId'>, event: CaseEvent): NudgedAs | null {
  if (event.type !== 'Reminded' || !event.late || c.class === 'hazard') return null
  if (event.party === 'supplier') return c.supplierId === null ? null : 'supplier'
  return event.party === 'leader' || event.party === 'operator' ? event.party : null
}

/** One nudge for everything, once in half an hour: its id is made of nothing else. */
export function nudgeId(as: NudgedAs, personId: string, at: number): string {
  return `${nudgesOf(as, personId)}${Math.floor(at / NUDGED_EVERY)}`
}

/** How the ids begin of all nudges of a person in a role; no other id does. */
export function nudgesOf(as: NudgedAs, personId: string): string {
  return `nudge:${as}:${personId}:`
}

/** Who is nudged by a notice, by its id; null where it is no nudge. */
export function nudgedIn(noticeId: string): { as: NudgedAs; personId: string } | null {
  const [kind, as, personId] = noticeId.split(':')
  return kind === 'nudge' && (as === 'leader' || as === 'supplier' || as === 'operator') && personId !== undefined ? { as, personId } : null
}

/** Digits of a half hour: more than it has in this millennium, so that ids go by time. */
const DIGITS = 8

/** Which half hour of which role a nudge is of, whoever is nudged: a group is told once in it. Later ones come after it as text. Null where it is no nudge. */
export function nudgeRound(noticeId: string): string | null {
  const nudged = nudgedIn(noticeId)
  return nudged && `nudge:${nudged.as}:${noticeId.slice(nudgesOf(nudged.as, nudged.personId).length).padStart(DIGITS, '0')}`
}

/** @param waiting how many cases are over their time now, one at least; `communityId`: where a leader's are all of one; `places`: where they are, of those that may have a group */
export function nudge(as: NudgedAs, personId: string, { title: goods }: CaseState['line'], { total: waiting, communityId, places }: { total: number; communityId: string | null; places: readonly Place[] }, at: number): Omit<Notice, 'fallback'> {
  const title = saying(waiting)
  const template = templateFor(as, 'reminder')
  return {
    _id: nudgeId(as, personId, at), personId, as, caseId: '', title, body: about(goods, waiting),
    page: communityId === null ? LIST_PAGES[as] : `${LIST_PAGES[as]}?community=${communityId}`, at, readAt: null, kind: 'reminder', template,
    data: fieldsOf(template, { goods, number: String(waiting), title, status: '待处理', next: title, amount: null, at, due: at }), copy: 'due', copyAt: at, copyError: '', tries: 0, ...(places.length > 0 ? { places } : {}),
  }
}

/** How many are late, in the words that everybody hears it in. */
export function saying(waiting: number): string {
  return `有 ${waiting} 件到时间了，等您处理`
}

/** Of several the goods of one are named. */
function about(goods: string, waiting: number): string {
  return `${goods}${waiting === 1 ? '' : ' 等'}。都处理完就不再提醒`
}

/** A nudge that waited, with as many as are late now. @param goods of one of them: what it was written about may be done */
export function recounted(notice: Notice, waiting: number, goods: string): Notice {
  const title = saying(waiting)
  const said: Partial<Record<string, string>> = { title, number: String(waiting), goods: shortGoods(goods, LONGEST_THING) }
  const changed = Object.entries(notice.template === null ? {} : FIELDS[notice.template]).flatMap(([field, meaning]): [string, string][] => (said[meaning] === undefined ? [] : [[field, fitField(field, said[meaning])]]))
  return { ...notice, title, body: about(goods, waiting), data: { ...notice.data, ...Object.fromEntries(changed) } }
}

/** How many cases a nudge speaks of; null for what is none. */
export function lateIn({ _id, template, data }: Pick<Notice, '_id' | 'template' | 'data'>): number | null {
  const field = template === null ? undefined : Object.entries(FIELDS[template]).find(([, meaning]) => meaning === 'number')?.[0]
  return nudgedIn(_id) === null || field === undefined ? null : Number(data[field])
}

/** Of nudges that wait for one person in one role, all but the newest: that one counts what they counted. @returns their ids */
export function overtaken(notices: readonly Pick<Notice, '_id' | 'at'>[]): Set<string> {
  const newest = new Map<string, Pick<Notice, '_id' | 'at'>>()
  const nudges = notices.flatMap(notice => { const of = nudgedIn(notice._id); return of ? [{ notice, key: `${of.as}:${of.personId}` }] : [] })
  for (const { notice, key } of nudges) if (notice.at >= (newest.get(key)?.at ?? -Infinity)) newest.set(key, notice)
  return new Set(nudges.filter(({ notice, key }) => newest.get(key) !== notice).map(({ notice }) => notice._id))
}
