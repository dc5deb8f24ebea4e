import type { Community } from '../../domain/orders/order'
import { _, db, MOST_DOCUMENTS, updateOne } from '../lib/database'

/** Whoever read the community before it changed has written their case by then: a function lives at most 60 s [wechat]. ms */
const ALL_WRITTEN = 70_000

/**
 * Has each case that is not over looked at again where its community's clocks or its desk changed: until when is counted anew. Twice, for one may have been
 * written meanwhile by what was before. @returns in how many communities
 */
export async function lookAgain(now: number): Promise<number> {
  const { data } = await db.collection('communities').where({ lookAgainAt: _.and([_.gt(0), _.lte(now)]) }).field({ lookAgainAt: true }).limit(MOST_DOCUMENTS).get()
  for (const { _id, lookAgainAt } of data as Required<Pick<Community, '_id' | 'lookAgainAt'>>[]) {
    // Over for the neighbour, somebody may still owe an answer; of some the clock does nothing by itself until a desk is there, or other times.
    await Promise.all([{ holder: _.neq('nobody') }, { holder: 'nobody', clockDueAt: _.gt(0) }, { holder: 'nobody', breaksAt: _.gt(0) }].map(waits => db.collection('cases').where({ communityId: _id, ...waits }).update({ clockDueAt: now })))
    // Changed again meanwhile, it stays.
    if (now - (lookAgainAt ?? 0) > ALL_WRITTEN) await updateOne('communities', { _id, lookAgainAt }, { lookAgainAt: null })
  }
  return data.length
}
