import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'

/** What was on the screen has been read; what came meanwhile has not. */
export const readNotices: UseCase<'readNotices'> = async (caller, { upTo }, now) => {
  const unread = { personId: caller.personId, readAt: null }
  await db.collection('notices').where({ ...unread, at: _.lte(upTo) }).update({ readAt: now })
  const { total } = await db.collection('notices').where(unread).count()
  return { unread: total ?? 0 }
}
