import { refuse } from '../../domain/contract/refusal'
import { takenOver } from '../../domain/notice/takenOver'
import type { Community } from '../../domain/orders/order'
import { teamOf, type TeamMember } from '../../domain/people/team'
import type { Caller } from '../lib/caller'
import { communityOf } from '../lib/community'
import { _, insertOnce, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { leaderWaits } from '../lib/leaderWaits'
import { giveRole } from '../lib/people'
import { closeInvitation, closeInvitationsOf, gone, openInvitation, revokeInvitations, type RoleInvitation } from '../lib/roleInvitation'

/** More hands than a community has. */
const MOST_MEMBERS = 50

/**
 * Takes an invitation: the first to open it. What counts is one write to the community (see `inForce`); what is written to people before and
 * after it only says where to look, so that wherever it is interrupted there is one leader, and repeating it completes it.
 */
export const acceptRole: UseCase<'acceptRole'> = async (caller, { token, name, phone }, now) => {
  const invitation = await openInvitation(token, caller.personId, now)
  const community = await communityOf(invitation.communityId)
  const { leaderId } = community
  // Handed over meanwhile, or the leader's own: who gave it no longer leads.
  if (leaderId !== invitation.by && leaderId !== caller.personId) gone()
  const { to } = invitation
  // A desk is named, or chosen, first: see `openDesk`.
  if (to.role === 'desk') refuse('DESK_INVITATION', '这是请平台的邀请，请从链接里点开', 'token')
  if (invitation.by === caller.personId) refuse('OWN_INVITATION', '这是您自己发的邀请，请发给对方', 'token')
  if (invitation.acceptedBy === null && !(await updateOne('roleInvitations', { _id: invitation._id, acceptedBy: null }, { acceptedBy: caller.personId }))) gone()
  if (to.role === 'leader') await takeOver(caller, invitation, { name, phone }, now)
  else await join(caller, community, to, name, invitation.by, now)
  await closeInvitation(invitation)
  return { communityId: community._id, communityName: community.name, role: to.role }
}

async function takeOver(caller: Caller, { _id: takenBy, communityId, by }: RoleInvitation, { name, phone }: { name: string; phone: string }, now: number): Promise<void> {
  await giveRole(caller, { role: 'leader', communityId }, name, now)
  await closeInvitationsOf(communityId, by)
  const taken = await updateOne('communities', { _id: communityId, leaderId: by }, { leaderId: caller.personId, leaderName: name, leaderPhone: phone, [`team.${caller.personId}`]: _.remove() })
  const community = await communityOf(communityId)
  if (!taken && community.leaderId !== caller.personId) gone()
  // What was told to the one before is no message of theirs.
  const waits = await leaderWaits(communityId, caller.personId)
  if (waits.total > 0) await insertOnce('notices', takenOver({ communityId, name: community.name, takenBy }, caller.personId, waits, now))
  // Nothing that they sent out brings anybody in any more, not even should they lead here again.
  await revokeInvitations({ communityId, by })
  // Their own roles elsewhere stay, and so do the orders that they bound.
  await updateOne('people', { _id: by }, { roles: _.pull({ role: 'leader', communityId }) })
}

async function join(caller: Caller, community: Community, to: Exclude<RoleInvitation['to'], { role: 'leader' | 'desk' }>, name: string, by: string, now: number): Promise<void> {
  const communityId = community._id
  if (community.leaderId === caller.personId) refuse('ALREADY_LEADING', '这个小区就是您在带', 'token')
  if (teamOf(community).length >= MOST_MEMBERS) refuse('TEAM_FULL', '人太多了，请团长先去掉几个', 'token')
  await giveRole(caller, { role: 'team', communityId }, name, now)
  const member: TeamMember = to.role === 'helper' ? { personId: caller.personId, name, since: now, role: 'helper', limit: to.limit } : { personId: caller.personId, name, since: now, role: 'helperLeader', part: to.part }
  // Who is there already gets the newer role: a person has one entry.
  const written = await updateOne('communities', { _id: communityId, leaderId: by }, { [`team.${caller.personId}`]: _.set(member) })
  if (!written && teamOf(await communityOf(communityId)).every(m => m.personId !== caller.personId)) gone()
}
