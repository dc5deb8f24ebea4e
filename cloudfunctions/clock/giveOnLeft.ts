import type { Community } from '../../domain/orders/order'
import type { Desk } from '../../domain/people/desk'
import { _, db, MOST_DOCUMENTS } from '../lib/database'
import { INVESTIGATED, giveOn } from '../lib/giveOn'

/**
 * Cases that wait for whoever may not act any more: of communities whose desk is gone, or was finding something out, of people who left or were barred, of
 * somebody at a desk whose own they are.
 * @returns how many changed hands
 */
export async function giveOnLeft(now: number): Promise<number> {
  const [left, desks] = await Promise.all([
    db.collection('communities').where({ deskLeft: true }).field({ _id: true }).limit(MOST_DOCUMENTS).get() as Promise<{ data: Pick<Community, '_id'>[] }>,
    db.collection('desks').field({ members: true }).limit(MOST_DOCUMENTS).get() as Promise<{ data: Pick<Desk, 'members'>[] }>,
  ])
  const operators = [...new Set(desks.data.flatMap(d => Object.keys(d.members)))]
  const there = { communityId: _.in(left.data.map(c => c._id)) }
  const gone = left.data.length === 0 ? 0 : await giveOn({ ...there, holder: 'operator' }, MOST_DOCUMENTS, now) + await giveOn({ ...there, open: true, ...INVESTIGATED }, MOST_DOCUMENTS, now)
  const few = await giveOn({ fewMayAct: true }, MOST_DOCUMENTS, now)
  return gone + few + (operators.length === 0 ? 0 : await giveOn({ holder: 'operator', residentId: _.in(operators) }, MOST_DOCUMENTS, now))
}
