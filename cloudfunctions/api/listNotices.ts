import type { Notice } from '../../domain/notice/notice'
import { db } from '../lib/database'
import type { UseCase } from '../lib/door'

const LATEST = 100

export const listNotices: UseCase<'listNotices'> = async caller => {
  const own = { personId: caller.personId }
  const [{ data }, unread] = await Promise.all([
    db.collection('notices').where(own).orderBy('at', 'desc').limit(LATEST).get(),
    db.collection('notices').where({ ...own, readAt: null }).count(),
  ])
  return {
    notices: (data as Notice[]).map(n => ({ id: n._id, as: n.as, caseId: n.caseId, title: n.title, body: n.body, page: n.page, at: n.at, read: n.readAt !== null, copy: n.copy })),
    unread: unread.total ?? 0,
  }
}
