import type { CaseEvent } from '../../domain/case/events'
import { type KeepsTime } from '../../domain/clock/communityClocks'
import type { Input } from '../../domain/contract/calls'
import { askedUntil, bodyAbove, NO_TIME, takesHistory, type Until } from '../../domain/notice/asks'
import { NOTICES_A_PAGE, type CopyState, type Notice } from '../../domain/notice/notice'
import { isStillTheirs } from '../../domain/notice/stillTheirs'
import type { Community } from '../../domain/orders/order'
import type { Person, StoredPerson } from '../../domain/people/person'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import type { CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { one, partOf, readEach, readTogether, total, type Together } from '../lib/oneRequest'
import { personOf, rolesBeside } from '../lib/people'

/** What says until when something is to be done, as that is now. */
const BESIDE = { cases: partOf<Pick<CaseDocument, 'state' | 'word' | 'wordDueAt'>>('cases', 'asks.caseId', { state: true, word: true, wordDueAt: true }), communities: partOf<KeepsTime & Pick<Community, 'deskId'>>('communities', 'asks.communityId', { clocks: true, deskId: true, serviceHours: true, holidayHours: true }) }
type Found = Together<Notice, typeof BESIDE>

/** The inbox, newest first, a page at a time. */
export const listNotices: UseCase<'listNotices'> = async (caller, { after }, now) => {
  const own = { personId: caller.personId }
  const [parts, me] = await Promise.all([
    Promise.all(partsOf(own, after)),
    readTogether(one<StoredPerson>('people', { _id: caller.personId }), { ...rolesBeside(), unread: total('notices', { ...own, readAt: null }) }),
  ])
  const found = parts.flat()
  const shown = found.slice(0, NOTICES_A_PAGE)
  const last = found.length > NOTICES_A_PAGE ? shown.at(-1)?.document : undefined
  const documents = shown.map(({ document }) => document)
  const [leads, histories] = await Promise.all([leadsOf(documents), historiesOf(documents)])
  const person = me && personOf(me)
  return {
    notices: shown.map(one => {
      const { document: n } = one
      const until = untilOf(one, histories, person, now)
      return { id: n._id, as: n.as, caseId: n.caseId, title: n.title, body: n.asks ? bodyAbove(n.asks, until) : n.body, dueAt: until.due?.dueAt ?? null, page: n.page, at: n.at, read: n.readAt !== null, copy: copyOf(n, leads) }
    }),
    unread: me?.unread ?? 0,
    next: last ? { at: last.at, id: last._id } : null,
  }
}

/** Who has no part in the case any more learns nothing new of it. */
function untilOf({ document: { _id, as, kind, asks }, cases: [stored], communities: [community] }: Found, histories: ReadonlyMap<string, CaseEvent[]>, person: Person | null, now: number): Until {
  if (!asks || !stored || !community || !person || !isStillTheirs({ _id, as }, { state: stored.state, warnedSuppliers: null }, person)) return NO_TIME
  try {
    const events = histories.get(asks.caseId)
    return askedUntil(asks, { as, kind }, { ...stored, state: stateLookedAt(stored.state, aroundIn(community)), events }, now)
  } catch (error) {
    // One that nobody understands must not keep the others from being read.
    console.error(`until when notice ${_id} asks`, error)
    return NO_TIME
  }
}

/** What reminders of a word, or of the end, go by: of few cases, so it is read beside no other. */
async function historiesOf(notices: readonly Notice[]): Promise<Map<string, CaseEvent[]>> {
  const wanted = [...new Set(notices.flatMap(n => (takesHistory(n) && n.asks ? [n.asks.caseId] : [])))]
  if (wanted.length === 0) return new Map()
  const { data } = await db.collection('cases').where({ _id: _.in(wanted) }).limit(wanted.length).field({ events: true }).get()
  return new Map((data as Pick<CaseDocument, '_id' | 'events'>[]).map(c => [c._id, c.events]))
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
function partsOf(own: object, after: Input<'listNotices'>['after']): Promise<Found[]>[] {
  const part = (more: object) => readEach<Notice, typeof BESIDE>('notices', { ...own, ...more }, NOTICES_A_PAGE + 1, BESIDE, { at: -1, _id: -1 })
  return after ? [part({ at: after.at, _id: _.lt(after.id) }), part({ at: _.lt(after.at) })] : [part({})]
}
