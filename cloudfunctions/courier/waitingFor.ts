import type { NudgedOf } from '../../domain/notice/nudge'
import { notHiddenFrom } from '../lib/cases'
import { _, db } from '../lib/database'

/** How many cases wait for somebody in a role, as far as they exist for this person. */
export async function waitingFor({ as, placeId }: NudgedOf, personId: string): Promise<number> {
  const own = as === 'supplier' ? { supplierId: placeId, supplierDueAt: _.gt(0) } : { communityId: placeId, holder: as }
  const { total } = await db.collection('cases').where({ ...own, ...notHiddenFrom(personId, as === 'supplier' ? [] : [placeId]) }).count()
  return total ?? 0
}
