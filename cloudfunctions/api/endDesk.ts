import { asOnlyLeader, communityOf } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { INVESTIGATED, giveOn } from '../lib/giveOn'

/** Given back while the leader waits; what is more comes from the clock, within a minute. */
const AT_ONCE = 20

/**
 * The leader ends the desk's service: in force with the first write, which also has the clock give back what waits for the desk; tidied up after it.
 * Repeating it changes nothing.
 */
export const endDesk: UseCase<'endDesk'> = async (caller, { communityId }, now) => {
  await asOnlyLeader(caller, communityId)
  const { deskId } = await communityOf(communityId)
  if (deskId !== undefined) {
    await updateOne('communities', { _id: communityId, leaderId: caller.personId, deskId }, { deskId: _.remove(), deskName: _.remove(), deskPhone: _.remove(), appealBody: 'none', deskLeft: true, lookAgainAt: now })
    await updateOne('desks', { _id: deskId }, { communityIds: _.pull(communityId) })
  }
  const community = await communityOf(communityId)
  if (community.deskLeft) {
    await giveOn({ communityId, holder: 'operator' }, AT_ONCE, now)
    await giveOn({ communityId, open: true, ...INVESTIGATED }, AT_ONCE, now)
  }
  return communityPage(communityId, caller.personId, now)
}
