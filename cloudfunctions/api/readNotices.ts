import type { Notice } from '../../domain/notice/notice'
import { _, db } from '../lib/database'
import { areKnown } from '../lib/comesToKnow'
import type { UseCase } from '../lib/door'

/** What was on the screen has been read; what came meanwhile, or stands on a later page, has not. */
export const readNotices: UseCase<'readNotices'> = async (caller, { ids }, now) => {
  const shown = { _id: _.in(ids), personId: caller.personId }
  const [{ data }] = await Promise.all([
    db.collection('notices').where({ ...shown, as: 'resident', caseId: _.gt('') }).field({ caseId: true, at: true }).limit(ids.length).get(),
    db.collection('notices').where({ ...shown, readAt: null }).update({ readAt: now }),
  ])
  const newest = new Map<string, number>()
  for (const { caseId, at } of data as Pick<Notice, 'caseId' | 'at'>[]) newest.set(caseId, Math.max(at, newest.get(caseId) ?? 0))
  await areKnown(caller.personId, newest, now)
  const { total } = await db.collection('notices').where({ personId: caller.personId, readAt: null }).count()
  return { unread: total ?? 0 }
}
