import { randomBytes } from 'node:crypto'
import { insertOnce } from '../lib/database'
import { deskInvitationId, managedDesk, type DeskInvitation } from '../lib/desk'
import type { UseCase } from '../lib/door'
import { VALID_FOR } from '../lib/roleInvitation'

export const inviteToDesk: UseCase<'inviteToDesk'> = async (caller, { deskId, capabilities, limit }, now) => {
  await managedDesk(caller, deskId)
  const token = randomBytes(24).toString('base64url')
  const invitation: DeskInvitation = { _id: deskInvitationId(token), deskId, capabilities, limit, by: caller.personId, expiresAt: now + VALID_FOR, acceptedBy: null, done: false, createdAt: now }
  await insertOnce('deskInvitations', invitation)
  return { token, expiresAt: invitation.expiresAt }
}
