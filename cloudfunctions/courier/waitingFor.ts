import type { NudgedOf } from '../../domain/notice/nudge'
import { notHiddenFrom, type CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'

/**
 * How many cases are over a time that somebody in a role has to keep, as far as they exist for this person: whoever decides them, and what is to be brought from a
 * carrier when all else is done. The desk is no side that a complaint is hidden from. `since`: the earliest of those times, null where there is none; ms
 */
export async function waitingFor({ as, placeId }: NudgedOf, personId: string, now: number): Promise<{ count: number; since: number | null }> {
  const late = _.and([_.gt(0), _.lte(now)])
  const [field, own] = as === 'supplier' ? ['supplierDueAt' as const, { supplierId: placeId, supplierDueAt: late }] : ['breaksAt' as const, { communityId: placeId, breaksBy: as, breaksAt: late }]
  const waiting = db.collection('cases').where({ ...own, ...notHiddenFrom(personId, as === 'leader' ? [placeId] : []) })
  const [{ total }, { data }] = await Promise.all([waiting.count(), waiting.orderBy(field, 'asc').limit(1).field({ [field]: true }).get()])
  return { count: total ?? 0, since: (data as Pick<CaseDocument, typeof field>[])[0]?.[field] ?? null }
}
