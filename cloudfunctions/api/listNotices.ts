import type { Input } from '../../domain/contract/calls'
import { NOTICES_A_PAGE, type CopyState, type Notice } from '../../domain/notice/notice'
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
  const leads = await leadsOf(shown)
  return {
    notices: shown.map(n => ({ id: n._id, as: n.as, caseId: n.caseId, title: n.title, body: n.body, page: n.page, at: n.at, read: n.readAt !== null, copy: copyOf(n, leads) })),
    unread: unread.total ?? 0,
    next: last ? { at: last.at, id: last._id } : null,
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

/** What comes after a notice: others of the same moment, then what is older. One more than a page, to see whether there are any. */
function partsOf(own: object, after: Input<'listNotices'>['after']) {
  const part = (more: object) => db.collection('notices').where({ ...own, ...more }).orderBy('at', 'desc').orderBy('_id', 'desc').limit(NOTICES_A_PAGE + 1).get()
  return after ? [part({ at: after.at, _id: _.lt(after.id) }), part({ at: _.lt(after.at) })] : [part({})]
}
