import { _, db, MOST_DOCUMENTS } from '../lib/database'
import { endByClock } from './endByClock'

/**
 * Ends waits for a resident that ran out: an offer of all that was asked for takes effect, everything else, a return that was not brought as well, is put
 * aside and can be taken up again. What cannot be done now is due at the next minute still.
 * @returns how many were ended
 */
export async function lapseUnanswered(now: number): Promise<number> {
  const waits = { holder: 'resident', holderDueAt: _.lte(now) }
  const { data } = await db.collection('cases').where(_.or([{ ...waits, 'state.decision': _.in(['evidence', 'offered']) }, { ...waits, 'state.goods.state': 'awaitingReturn' }]))
    .orderBy('holderDueAt', 'asc').field({ _id: true }).limit(MOST_DOCUMENTS).get()
  return endByClock(data as { _id: string }[], 'lapse', now)
}
