import { asOnlyLeader } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import type { UseCase } from '../lib/door'
import { endMembership } from '../lib/endMembership'

/** The leader ends somebody's role: it counts from the next call on. Repeating it changes nothing. */
export const removeFromTeam: UseCase<'removeFromTeam'> = async (caller, { communityId, memberId }, now) => {
  await asOnlyLeader(caller, communityId)
  await endMembership(communityId, memberId, now)
  return communityPage(communityId, caller.personId, now)
}
