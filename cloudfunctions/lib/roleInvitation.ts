import { createHash } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import { db, findById, updateOne } from './database'

/** An invitation to work in a community, or to lead it from now on. */
export interface RoleInvitation {
  /** Hash of the token: whoever reads the database cannot use it. */
  _id: string
  communityId: string
  to: Input<'inviteToCommunity'>['to']
  /** The leader who gave it; it counts only while they lead. */
  by: string
  expiresAt: number
  /** Person id of the one who took it; it works once. */
  acceptedBy: string | null
  /** The role was given, or its taker lost it since: nobody gets anything from it any more. */
  done: boolean
  createdAt: number
}

export function roleInvitationId(token: string): string {
  return createHash('sha256').update(`role:${token}`).digest('hex')
}

/** The invitation, while this person may take it or complete what they began. Unknown, used and expired are answered alike: a guesser learns nothing. */
export async function openInvitation(token: string, personId: string, now: number): Promise<RoleInvitation> {
  const invitation = await findById<RoleInvitation>('roleInvitations', roleInvitationId(token))
  const mine = invitation?.acceptedBy === personId && !invitation.done
  if (!invitation || (!mine && (invitation.acceptedBy !== null || invitation.expiresAt <= now))) return gone()
  return invitation
}

/** What its taker came for is given. */
export async function closeInvitation({ _id }: RoleInvitation): Promise<void> {
  await updateOne('roleInvitations', { _id }, { done: true })
}

/** Before somebody loses a role: none of their invitations brings it back. */
export async function closeInvitationsOf(communityId: string, personId: string): Promise<void> {
  await db.collection('roleInvitations').where({ communityId, acceptedBy: personId }).update({ done: true })
}

export function gone(): never {
  return refuse('INVITATION_GONE', '这个邀请已经用过或者过期了，请团长再发一个', 'token')
}
