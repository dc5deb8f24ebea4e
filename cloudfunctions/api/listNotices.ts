import type { CopyState, Notice } from '../../domain/notice/notice'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'

const LATEST = 100

export const listNotices: UseCase<'listNotices'> = async caller => {
  const own = { personId: caller.personId }
  const [{ data }, unread] = await Promise.all([
    db.collection('notices').where(own).orderBy('at', 'desc').limit(LATEST).get(),
    db.collection('notices').where({ ...own, readAt: null }).count(),
  ])
  const notices = data as Notice[]
  const leads = await leadsOf(notices)
  return {
    notices: notices.map(n => ({ id: n._id, as: n.as, caseId: n.caseId, title: n.title, body: n.body, page: n.page, at: n.at, read: n.readAt !== null, copy: copyOf(n, leads) })),
    unread: unread.total ?? 0,
  }
}

/** What went with another one is as far as that one is: where nobody knows whether the message went out, nobody knows it of any that it speaks of. */
function copyOf({ copy, goesWith }: Notice, leads: ReadonlyMap<string, CopyState>): CopyState {
  const lead = copy === 'bundled' ? leads.get(goesWith ?? '') : undefined
  return lead === 'unknown' || lead === 'sending' ? lead : copy
}

/** How those stand that others went with. Most stand in the same list. */
async function leadsOf(notices: readonly Notice[]): Promise<Map<string, CopyState>> {
  const here = new Map(notices.map(n => [n._id, n.copy]))
  const elsewhere = [...new Set(notices.flatMap(n => (n.copy === 'bundled' && n.goesWith !== undefined && !here.has(n.goesWith) ? [n.goesWith] : [])))]
  if (elsewhere.length === 0) return here
  const { data } = await db.collection('notices').where({ _id: _.in(elsewhere) }).limit(elsewhere.length).field({ copy: true }).get()
  return new Map([...here, ...(data as Pick<Notice, '_id' | 'copy'>[]).map(n => [n._id, n.copy] as const)])
}
