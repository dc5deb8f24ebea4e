import { randomBytes } from 'node:crypto'
import { asOnlyLeader } from '../lib/community'
import { insertOnce } from '../lib/database'
import type { UseCase } from '../lib/door'
import { roleInvitationId, type RoleInvitation } from '../lib/roleInvitation'

/** A day: sent to somebody one is talking to. What makes a leader must not lie about in a chat for a week. ms */
const VALID_FOR = 24 * 3600_000

export const inviteToCommunity: UseCase<'inviteToCommunity'> = async (caller, { communityId, to }, now) => {
  await asOnlyLeader(caller, communityId)
  const token = randomBytes(24).toString('base64url')
  const invitation: RoleInvitation = { _id: roleInvitationId(token), communityId, to, by: caller.personId, expiresAt: now + VALID_FOR, acceptedBy: null, done: false, createdAt: now }
  await insertOnce('roleInvitations', invitation)
  return { token, expiresAt: invitation.expiresAt }
}
