import type { Community } from '../../domain/orders/order'
import { db, MOST_DOCUMENTS } from '../lib/database'
import { handBack } from '../lib/handBack'

/**
 * What still waits for a desk that ended its service, or came back to it since: an offer of the desk that was declined later, say.
 * @returns how many cases were given back
 */
export async function handBackLeft(now: number): Promise<number> {
  const { data } = await db.collection('communities').where({ deskLeft: true }).limit(MOST_DOCUMENTS).get()
  return handBack(data as Community[], MOST_DOCUMENTS, now)
}
