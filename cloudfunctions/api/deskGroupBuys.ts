import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy } from '../../domain/orders/order'
import { operatorFor } from '../../domain/people/relation'
import { communityOf, mustFileFor } from '../lib/community'
import { db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'

/** A leader runs a few rounds a week; the last half year or so. */
const LATEST = 50

export const deskGroupBuys: UseCase<'deskGroupBuys'> = async (caller, { communityId }) => {
  const person = await loadPerson(caller)
  if (!operatorFor(person, communityId)) refuse('NOT_FOUND', '找不到这个小区', 'communityId')
  mustFileFor(person, communityId)
  const [{ name }, { data }] = await Promise.all([
    communityOf(communityId),
    db.collection('groupBuys').where({ communityId }).orderBy('importedAt', 'desc').limit(LATEST).field({ title: true, arrivedAt: true }).get() as Promise<{ data: Pick<GroupBuy, '_id' | 'title' | 'arrivedAt'>[] }>,
  ])
  return { communityName: name, groupBuys: data.map(g => ({ id: g._id, title: g.title, arrivedAt: g.arrivedAt })) }
}
