import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { householdCards, householdsOf } from '../lib/households'

/**
 * Takes the caller off every order of one household. Cases that they filed stay theirs; the others of the household keep theirs. A household
 * that is not the caller's, or no longer, changes nothing.
 */
export const unbindHousehold: UseCase<'unbindHousehold'> = async (caller, { householdId }) => {
  const me = caller.personId
  const own = (await householdsOf(me)).find(h => h.id === householdId)?.orders[0]
  if (own) {
    // By the phone and not by the list: there may be more orders than a list holds.
    await db.collection('orders').where({ ...(own.phoneHash === '' ? { _id: own._id } : { communityId: own.communityId, phoneHash: own.phoneHash }), residents: me })
      .update({ residents: _.pull(me) })
  }
  return { households: await householdCards(await householdsOf(me)) }
}
