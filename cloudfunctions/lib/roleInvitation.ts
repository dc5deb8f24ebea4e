import { createHash } from 'node:crypto'
import type { Input, OpenInvitation } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import { _, db, findById, updateOne } from './database'

/** A day: sent to somebody one is talking to. What makes a leader must not lie about in a chat for a week. ms */
export const VALID_FOR = 24 * 3600_000

/** An invitation to work in a community, to lead it from now on, or to have one's desk serve it. */
export interface RoleInvitation extends Invited {
  communityId: string
  to: Input<'inviteToCommunity'>['to']
}

/** What an invitation is, whatever it is for. */
export interface Invited {
  /** Hash of the token: whoever reads the database cannot use it. */
  _id: string
  /** Who gave it; it counts only while they may. */
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
  if (!invitation || (!mine && (invitation.done || invitation.acceptedBy !== null || invitation.expiresAt <= now))) return gone()
  return invitation
}

/** Invitations of the leader's that still work: each could bring somebody in. Newest first. */
export async function openInvitations(communityId: string, by: string, now: number): Promise<OpenInvitation[]> {
  const { data } = await db.collection('roleInvitations').where({ communityId, acceptedBy: null, by, done: false, expiresAt: _.gt(now) }).orderBy('createdAt', 'desc').limit(100).get()
  return (data as RoleInvitation[]).map(({ _id, to, expiresAt }) => ({ id: _id, role: to.role, expiresAt }))
}

/** Takes back what nobody has taken yet. `_id`: one of them. */
export async function revokeInvitations(of: { communityId: string; by: string; _id?: string }): Promise<void> {
  await db.collection('roleInvitations').where({ ...of, acceptedBy: null }).update({ done: true })
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
