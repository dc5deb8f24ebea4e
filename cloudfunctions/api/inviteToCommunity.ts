import { randomBytes } from 'node:crypto'
import { refuse } from '../../domain/contract/refusal'
import { asOnlyLeader, communityOf } from '../lib/community'
import { insertOnce } from '../lib/database'
import type { UseCase } from '../lib/door'
import { roleInvitationId, VALID_FOR, type RoleInvitation } from '../lib/roleInvitation'

export const inviteToCommunity: UseCase<'inviteToCommunity'> = async (caller, { communityId, to }, now) => {
  await asOnlyLeader(caller, communityId)
  if (to.role === 'desk' && (await communityOf(communityId)).deskId !== undefined) refuse('HAS_DESK', '已经有平台了，要换一家，请先结束现在这家', 'to.role')
  const token = randomBytes(24).toString('base64url')
  const invitation: RoleInvitation = { _id: roleInvitationId(token), communityId, to, by: caller.personId, expiresAt: now + VALID_FOR, acceptedBy: null, done: false, createdAt: now }
  await insertOnce('roleInvitations', invitation)
  return { token, expiresAt: invitation.expiresAt }
}
