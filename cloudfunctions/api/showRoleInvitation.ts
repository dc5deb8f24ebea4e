import { communityOf } from '../lib/community'
import type { UseCase } from '../lib/door'
import { gone, openInvitation } from '../lib/roleInvitation'

export const showRoleInvitation: UseCase<'showRoleInvitation'> = async (caller, { token }, now) => {
  const { communityId, to, by, acceptedBy, expiresAt } = await openInvitation(token, caller.personId, now)
  const community = await communityOf(communityId)
  if (acceptedBy === null && community.leaderId !== by) gone()
  return {
    communityName: community.name, leaderName: community.leaderName, role: to.role, expiresAt,
    limit: to.role === 'helper' ? to.limit : null, pickupPoints: to.role === 'helperLeader' ? to.part.pickupPoints : [],
  }
}
