import { asOnlyLeader } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import type { UseCase } from '../lib/door'
import { revokeInvitations } from '../lib/roleInvitation'

/** Takes back an invitation that nobody has taken yet; who is in already is in. Repeating it changes nothing. */
export const revokeRoleInvitation: UseCase<'revokeRoleInvitation'> = async (caller, { communityId, invitationId }, now) => {
  await asOnlyLeader(caller, communityId)
  await revokeInvitations({ communityId, by: caller.personId, _id: invitationId })
  return communityPage(communityId, caller.personId, now)
}
