import { refuse } from '../../domain/contract/refusal'
import type { Input } from '../../domain/contract/calls'
import { CAPABILITY_CODES, manages, MOST_SERVED, type Desk } from '../../domain/people/desk'
import type { Caller } from '../lib/caller'
import { communityOf } from '../lib/community'
import { _, findById, insertOnce, updateOne } from '../lib/database'
import { managedDesk } from '../lib/desk'
import type { UseCase } from '../lib/door'
import { giveRole } from '../lib/people'
import { closeInvitation, gone, openInvitation } from '../lib/roleInvitation'

/**
 * Takes a leader's invitation to a desk. What counts is one write to the community; what is written before it only says where to look, so that
 * wherever it is interrupted there is one desk or none, and repeating it completes it. A leader may take their own: on a small platform they are the same.
 */
export const openDesk: UseCase<'openDesk'> = async (caller, { token, desk: wanted }, now) => {
  const invitation = await openInvitation(token, caller.personId, now)
  if (invitation.to.role !== 'desk') gone()
  const community = await communityOf(invitation.communityId)
  // Handed over meanwhile: who gave it no longer leads.
  if (community.leaderId !== invitation.by) gone()
  if (community.deskId !== undefined && community.deskId !== wanted.deskId) refuse('HAS_DESK', '这个小区已经有平台了', 'token')
  const own = wanted.kind === 'own' ? await managedDesk(caller, wanted.deskId) : null
  if (own && own.communityIds.length >= MOST_SERVED && !own.communityIds.includes(community._id)) refuse('DESK_FULL', `一个平台最多管 ${MOST_SERVED} 个小区`, 'desk.deskId')
  if (invitation.acceptedBy === null && !(await updateOne('roleInvitations', { _id: invitation._id, acceptedBy: null, done: false }, { acceptedBy: caller.personId }))) gone()
  const desk = own ?? (wanted.kind === 'new' ? await named(caller, wanted, now) : gone())
  await updateOne('desks', { _id: desk._id }, { communityIds: _.addToSet(community._id) })
  const taken = await updateOne('communities', { _id: community._id, leaderId: invitation.by, deskId: community.deskId ?? null }, { deskId: desk._id, deskName: desk.name, deskPhone: desk.phone, appealBody: 'operator', deskLeft: _.remove(), lookAgainAt: now })
  if (!taken && (await communityOf(community._id)).deskId !== desk._id) gone()
  await closeInvitation(invitation)
  return { deskId: desk._id, deskName: desk.name, communityName: community.name }
}

/** A desk of one: its first member manages it, and may do everything, until there are colleagues. */
async function named(caller: Caller, { deskId, name, phone, called }: Extract<Input<'openDesk'>['desk'], { kind: 'new' }>, now: number): Promise<Desk> {
  const { personId } = caller
  const desk: Desk = {
    _id: deskId, name, phone, members: { [personId]: { personId, name: called, capabilities: [...CAPABILITY_CODES], limit: null, since: now } },
    communityIds: [], createdAt: now, version: 1,
  }
  const stored = (await insertOnce('desks', desk)) ? desk : await findById<Desk>('desks', deskId)
  if (!stored || !manages(stored, personId)) refuse('ID_TAKEN', '没有开成，请重新打开再试', 'desk.deskId')
  await giveRole(caller, { role: 'operator', deskId }, called, now)
  return stored
}
