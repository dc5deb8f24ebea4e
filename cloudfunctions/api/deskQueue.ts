import { USUAL_CLOCKS } from '../../domain/clock/due'
import type { Input } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { caseCard } from '../../domain/people/caseView'
import { deskMarks } from '../../domain/people/deskMarks'
import { sidesOf, viewerOf } from '../../domain/people/relation'
import { inForce } from '../../domain/people/team'
import type { StoredPerson } from '../../domain/people/person'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import { besideOf, LIST_FIELDS, notHiddenFrom, type CaseDocument, type Listed as OnList } from '../lib/cases'
import { _ } from '../lib/database'
import type { UseCase } from '../lib/door'
import { photoLinks } from '../lib/photoLinks'
import { rolesBeside } from '../lib/people'
import { knowStorage } from '../lib/storage'
import { one, page, readTogether, totalsBy } from '../lib/oneRequest'

/** Fits one look; the next part is asked for. */
const PAGE = 30

type Listed = Pick<CaseDocument, '_id' | 'communityId'> & OnList

/** One queue for all channels of all communities that a desk serves: what is due first at the top, what is paused at the end; or the newest of what is finished. */
export const deskQueue: UseCase<'deskQueue'> = async (caller, { deskId, show, communityId, after }, now) => {
  const me = one<StoredPerson>('people', { _id: caller.personId })
  const [known] = await Promise.all([readTogether(me, rolesBeside()), knowStorage()])
  const person = known && inForce(known.document, known)
  const role = person?.roles.find(r => r.role === 'operator' && r.deskId === deskId)
  if (!known || !person || role?.role !== 'operator') refuse('NOT_FOUND', '找不到这个平台', 'deskId')
  const served = known.served.filter(c => role.communityIds.includes(c._id))
  const wanted = communityId === undefined ? role.communityIds : role.communityIds.filter(id => id === communityId)
  const seen = notHiddenFrom(person._id, sidesOf(person))
  const found = await readTogether(me, {
    ...partsOf({ communityId: _.in(wanted), ...seen, ...(show === 'mine' ? { holder: 'operator' } : { open: true }) }, after),
    finished: page<Listed>('cases', show === 'done' ? { communityId: _.in(wanted), ...seen, holder: 'nobody' } : { _id: '' }, { sort: { updatedAt: -1 }, limit: PAGE, fields: { ...LIST_FIELDS, communityId: true } }),
    over: totalsBy('cases', { communityId: _.in(role.communityIds), ...seen, holder: 'nobody' }, 'communityId', role.communityIds.length),
    held: totalsBy('cases', { communityId: _.in(role.communityIds), ...seen, holder: 'operator' }, 'communityId', role.communityIds.length),
    open: totalsBy('cases', { communityId: _.in(role.communityIds), ...seen, open: true }, 'communityId', role.communityIds.length),
  })
  // What is finished waits for nobody: the newest, and no next part.
  const listed = !found ? [] : show === 'done' ? found.finished : [...found.sameDue, ...found.later, ...found.paused]
  const shown = listed.slice(0, PAGE)
  const last = listed.length > PAGE ? shown.at(-1) : undefined
  const keeping = new Map(served.map(c => [c._id, aroundIn(c)]))
  const cards = shown.map(c => ({ ...caseCard(stateLookedAt(c.state, keeping.get(c.communityId) ?? { clocks: USUAL_CLOCKS }), 'operator', now, besideOf(c)), communityId: c.communityId, marks: deskMarks(c.state, viewerOf(person, 'operator', c.communityId), now) }))
  const counted = served.map(({ _id: id, name, leaderName }: Community) => ({ id, name, leaderName, mine: found?.held.get(id) ?? 0, open: found?.open.get(id) ?? 0, done: found?.over.get(id) ?? 0 }))
  const chosen = counted.filter(c => wanted.includes(c.id))
  return {
    cards, communities: counted, counts: { mine: chosen.reduce((sum, c) => sum + c.mine, 0), open: chosen.reduce((sum, c) => sum + c.open, 0), done: chosen.reduce((sum, c) => sum + c.done, 0) },
    next: last ? { dueAt: last.holderDueAt, id: last._id } : null,
    photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))),
  }
}

/** What comes after a case in the order of the queue: others due at the same moment, those due later, those without a time. */
function partsOf(query: Record<string, unknown>, after: Input<'deskQueue'>['after']) {
  const part = (more: Record<string, unknown>, wanted: boolean) => page<Listed>('cases', { ...query, ...more }, {
    sort: { holderDueAt: 1, _id: 1 }, limit: wanted ? PAGE + 1 : 1, fields: { ...LIST_FIELDS, communityId: true },
  })
  const nothing = { _id: '' }
  const [due, id] = [after?.dueAt ?? null, after?.id ?? '']
  const intoPaused = after !== undefined && due === null
  return {
    sameDue: part(after && due !== null ? { holderDueAt: due, _id: _.gt(id) } : nothing, due !== null),
    later: part(intoPaused ? nothing : { holderDueAt: _.gt(due ?? 0) }, !intoPaused),
    paused: part({ holderDueAt: null, ...(intoPaused ? { _id: _.gt(id) } : {}) }, true),
  }
}
