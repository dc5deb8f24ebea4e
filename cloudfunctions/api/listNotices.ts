import type { Input } from '../../domain/contract/calls'
import { NOTICES_A_PAGE, type Notice } from '../../domain/notice/notice'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'

/** The inbox, newest first, a page at a time. */
export const listNotices: UseCase<'listNotices'> = async (caller, { after }) => {
  const own = { personId: caller.personId }
  const [parts, unread] = await Promise.all([
    Promise.all(partsOf(own, after)),
    db.collection('notices').where({ ...own, readAt: null }).count(),
  ])
  const found = parts.flatMap(({ data }) => data as Notice[])
  const shown = found.slice(0, NOTICES_A_PAGE)
  const last = found.length > NOTICES_A_PAGE ? shown.at(-1) : undefined
  return {
    notices: shown.map(n => ({ id: n._id, as: n.as, caseId: n.caseId, title: n.title, body: n.body, page: n.page, at: n.at, read: n.readAt !== null, copy: n.copy })),
    unread: unread.total ?? 0,
    next: last ? { at: last.at, id: last._id } : null,
  }
}

/** What comes after a notice: others of the same moment, then what is older. One more than a page, to see whether there are any. */
function partsOf(own: object, after: Input<'listNotices'>['after']) {
  const part = (more: object) => db.collection('notices').where({ ...own, ...more }).orderBy('at', 'desc').orderBy('_id', 'desc').limit(NOTICES_A_PAGE + 1).get()
  return after ? [part({ at: after.at, _id: _.lt(after.id) }), part({ at: _.lt(after.at) })] : [part({})]
}
