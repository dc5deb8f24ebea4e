import type { NudgedOf } from '../../domain/notice/nudge'
import { notHiddenFrom } from '../lib/cases'
import { _, db } from '../lib/database'

/**
 * How many cases are over a time that somebody in a role has to keep, as far as they exist for this person: whoever decides them, and what is to be brought from a
 * carrier when all else is done. The desk is no side that a complaint is hidden from.
 */
export async function waitingFor({ as, placeId }: NudgedOf, personId: string, now: number): Promise<number> {
  const late = _.and([_.gt(0), _.lte(now)])
  const own = as === 'supplier' ? { supplierId: placeId, supplierDueAt: late } : { communityId: placeId, breaksBy: as, breaksAt: late }
  const { total } = await db.collection('cases').where({ ...own, ...notHiddenFrom(personId, as === 'leader' ? [placeId] : []) }).count()
  return total ?? 0
}
