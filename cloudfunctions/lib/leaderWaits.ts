import { AFTER_ALL_ELSE } from '../../domain/clock/deadlines'
import type { Waits } from '../../domain/notice/takenOver'
import { notHiddenFrom, type CaseDocument } from './cases'
import { db } from './database'

/** What waits for the leader's side of a community, as far as it exists for this person: as many as their list has. */
export async function leaderWaits(communityId: string, personId: string): Promise<Waits> {
  const waiting = db.collection('cases').where({ communityId, holder: 'leader', ...notHiddenFrom(personId, [communityId]) })
  const [{ total }, { data }] = await Promise.all([waiting.count(), waiting.orderBy('holderDueAt', 'asc').field({ holderDueAt: true }).limit(1).get()])
  const first = (data as Pick<CaseDocument, 'holderDueAt'>[])[0]?.holderDueAt ?? null
  return { total: total ?? 0, dueAt: first !== null && first < AFTER_ALL_ELSE ? first : null }
}
