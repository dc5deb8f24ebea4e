import { _, db } from '../lib/database'
import { allAreKnown } from '../lib/comesToKnow'
import type { UseCase } from '../lib/door'

/** What was on the screen has been read; what came meanwhile has not. */
export const readNotices: UseCase<'readNotices'> = async (caller, { upTo }, now) => {
  const unread = { personId: caller.personId, readAt: null }
  await Promise.all([
    db.collection('notices').where({ ...unread, at: _.lte(upTo) }).update({ readAt: now }),
    allAreKnown(caller.personId, Math.min(upTo, now), now),
  ])
  const { total } = await db.collection('notices').where(unread).count()
  return { unread: total ?? 0 }
}
