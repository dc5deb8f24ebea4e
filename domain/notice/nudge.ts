import type { CaseState } from '../case/case'
import type { CaseEvent } from '../case/events'
import { FIELDS, fieldsOf } from './fields'
import type { Told } from './kinds'
import { fitField } from './limits'
import type { Notice } from './notice'
import { LIST_PAGES } from './pages'
import { templateFor } from './templates'

/** How often somebody hears at most that cases are over their time [spec: case, clocks, "respond": every 30 min; in the pick-up rush one digest]. ms */
export const NUDGED_EVERY = 30 * 60_000

/** Whose cases a nudge counts: all that are late at a supplier, or with a role in a community. */
export interface NudgedOf { as: Exclude<Told, 'resident'>; placeId: string }

/** Whom the event nudges; null where it is no nudge. A danger waits for no others: see the table of messages. A resident is reminded of each case by itself, before its time. */
export function nudgedBy(c: Pick<CaseState, 'class' | 'communityId' | 'supplierId'>, event: CaseEvent): NudgedOf | null {
  if (event.type !== 'Reminded' || !event.late || c.class === 'hazard') return null
  if (event.party === 'supplier') return c.supplierId === null ? null : { as: 'supplier', placeId: c.supplierId }
  return event.party === 'leader' || event.party === 'operator' ? { as: event.party, placeId: c.communityId } : null
}

/** One nudge for everything, once in half an hour: its id is made of nothing else. */
export function nudgeId({ as, placeId }: NudgedOf, personId: string, at: number): string {
  return `nudge:${as}:${placeId}:${personId}:${Math.floor(at / NUDGED_EVERY)}`
}

/** What a nudge counts, by its id; null where it is none. */
export function nudgedIn(noticeId: string): (NudgedOf & { personId: string }) | null {
  const [kind, as, placeId, personId] = noticeId.split(':')
  return kind === 'nudge' && (as === 'leader' || as === 'supplier' || as === 'operator') && placeId !== undefined && personId !== undefined ? { as, placeId, personId } : null
}

/** @param waiting how many cases are over their time now, one at least */
export function nudge(of: NudgedOf, personId: string, { title: goods }: CaseState['line'], waiting: number, at: number): Omit<Notice, 'fallback'> {
  const title = saying(waiting)
  const template = templateFor(of.as, 'reminder')
  return {
    _id: nudgeId(of, personId, at), personId, as: of.as, caseId: '', title, body: `${goods}${waiting === 1 ? '' : ' 等'}。都处理完就不再提醒`,
    page: of.as === 'leader' ? `${LIST_PAGES.leader}?community=${of.placeId}` : LIST_PAGES[of.as], at, readAt: null, kind: 'reminder', template,
    data: fieldsOf(template, { goods, number: String(waiting), title, status: '待处理', next: title, amount: null, at, due: at }), copy: 'due', copyAt: at, copyError: '', tries: 0,
  }
}

function saying(waiting: number): string {
  return `有 ${waiting} 件到时间了，等您处理`
}

/** A nudge that waited, with as many as are late now. */
export function recounted(notice: Notice, waiting: number): Notice {
  const title = saying(waiting)
  const changed = Object.entries(notice.template === null ? {} : FIELDS[notice.template]).flatMap(([field, meaning]): [string, string][] => (meaning === 'title' ? [[field, fitField(field, title)]] : meaning === 'number' ? [[field, fitField(field, String(waiting))]] : []))
  return { ...notice, title, data: { ...notice.data, ...Object.fromEntries(changed) } }
}

/** Of nudges about one place that wait for one person, all but the newest: that one counts what they counted. @returns their ids */
export function overtaken(notices: readonly Pick<Notice, '_id' | 'at'>[]): Set<string> {
  const newest = new Map<string, Pick<Notice, '_id' | 'at'>>()
  const nudges = notices.flatMap(notice => { const of = nudgedIn(notice._id); return of ? [{ notice, key: `${of.as}:${of.placeId}:${of.personId}` }] : [] })
  for (const { notice, key } of nudges) if (notice.at >= (newest.get(key)?.at ?? -Infinity)) newest.set(key, notice)
  return new Set(nudges.filter(({ notice, key }) => newest.get(key) !== notice).map(({ notice }) => notice._id))
}
