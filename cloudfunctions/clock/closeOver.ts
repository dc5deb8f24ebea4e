import { _, db, MOST_DOCUMENTS } from '../lib/database'
import { endByClock } from './endByClock'

/**
 * Frees the lines of cases that nothing can bring back any more: refused, and the time to have it looked at again is over; put aside, and not taken up.
 * @returns how many were closed
 */
export async function closeOver(now: number): Promise<number> {
  const { data } = await db.collection('cases').where({ movesUntil: _.and([_.gt(0), _.lt(now)]) }).orderBy('movesUntil', 'asc').field({ _id: true }).limit(MOST_DOCUMENTS).get()
  return endByClock(data as { _id: string }[], 'close', now)
}
