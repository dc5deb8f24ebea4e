import { asOnlyLeader } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'

/** What the leader says of the community. Repeating it changes nothing; of two at once the later one stands. */
export const editCommunity: UseCase<'editCommunity'> = async (caller, { communityId, name, leaderName, leaderPhone, pickupPoints, serviceHours, holidayHours }, now) => {
  await asOnlyLeader(caller, communityId)
  await updateOne('communities', { _id: communityId, leaderId: caller.personId }, { name, leaderName, leaderPhone, pickupPoints: _.set([...pickupPoints]), serviceHours: _.set([...serviceHours]), holidayHours: _.set(holidayHours) })
  return communityPage(communityId, caller.personId, now)
}
