import { gatheredUntil, heldAtMost, type Bundle } from '../../domain/notice/bundles'
import type { Notice } from '../../domain/notice/notice'
import { nextQuiet, quietUntil } from '../../domain/notice/quietUntil'
import type { NoticeSettings } from '../../domain/notice/settings'
import type { CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import { gatheredFor } from '../lib/rhythm'
import { quietFor } from './quietFor'

/** The courier comes once in so long: what is to go before the night is due so long before it. ms */
const A_RUN = 60_000

type Promises = Pick<CaseDocument, '_id' | 'breaksOf' | 'supplierDueAt'>

/**
 * Until when a bundle waits for others to go with, null where it goes now: no to-do longer than half of the time it has, nothing into the night, and nothing longer
 * than what waits already, so that all of it is one message. @param sent what went to them lately
 */
export async function gatherUntil(bundle: Bundle, sent: readonly Notice[], settings: (personId: string) => NoticeSettings, now: number): Promise<number | null> {
  const longest = gatheredUntil(bundle, sent, now, gatheredFor())
  if (longest === null) return null
  const all = [bundle.lead, ...bundle.others]
  const [promises, waiting, quiet] = await Promise.all([promisesIn(all), firstWaiting(bundle.lead, now), quietFor(all, settings, longest)])
  const held = all.map(notice => heldAtMost(notice, soonest(notice, promises.get(notice.caseId))))
  const until = Math.min(longest, waiting ?? Infinity, ...held, all.some(n => quiet(n) !== null) ? lastBeforeQuiet(settings(bundle.lead.personId), now) : Infinity)
  return until > now ? until : null
}

/** Within hours that are quiet for others there is no such moment: then it goes now. */
function lastBeforeQuiet({ quiet }: NoticeSettings, now: number): number {
  return quiet === null || quietUntil(now, quiet) !== null ? now : nextQuiet(now, quiet) - A_RUN
}

async function promisesIn(notices: readonly Notice[]): Promise<Map<string, Promises>> {
  const ids = [...new Set(notices.map(n => n.caseId))]
  const { data } = await db.collection('cases').where({ _id: _.in(ids) }).field({ breaksOf: true, supplierDueAt: true }).limit(ids.length).get()
  return new Map((data as Promises[]).map(c => [c._id, c]))
}

/** The first that breaks of what they have to keep: the first word, as a rule, long before the decision. */
function soonest({ as, dueAt }: Notice, c: Promises | undefined): number | null {
  const first = as === 'supplier' ? c?.supplierDueAt : as === 'leader' || as === 'operator' ? c?.breaksOf?.[as] : null
  const known = [first, dueAt].flatMap(at => at ?? [])
  return known.length === 0 ? null : Math.min(...known)
}

/** When what waits already to go as one message with such a notice has its turn. */
async function firstWaiting({ personId, as, template }: Notice, now: number): Promise<number | null> {
  const { data } = await db.collection('notices').where({ personId, as, template, copy: 'due', copyAt: _.gt(now) }).orderBy('copyAt', 'asc').field({ copyAt: true }).limit(1).get()
  return (data as Pick<Notice, 'copyAt'>[])[0]?.copyAt ?? null
}
