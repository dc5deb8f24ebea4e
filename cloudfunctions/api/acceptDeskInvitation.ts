import { manages, operatorOf, withOperator, type Desk } from '../../domain/people/desk'
import { findById, updateOne } from '../lib/database'
import { changeMembers, deskInvitationGone, openDeskInvitation } from '../lib/desk'
import type { UseCase } from '../lib/door'
import { giveRole } from '../lib/people'

/** Takes a link into a desk: the first to open it. What counts is one write to the desk; repeating it completes what was interrupted. */
export const acceptDeskInvitation: UseCase<'acceptDeskInvitation'> = async (caller, { token, name }, now) => {
  const { personId } = caller
  const { _id, deskId, by, capabilities, limit, acceptedBy } = await openDeskInvitation(token, personId, now)
  const load = async () => (await findById<Desk>('desks', deskId)) ?? deskInvitationGone()
  const desk = await load()
  if (!manages(desk, by)) deskInvitationGone()
  const operator = { personId, name, capabilities, limit, since: now }
  // Whoever is in already keeps what they have, and the link is another's to take.
  if (acceptedBy === null && operatorOf(desk, personId) === null && !(await updateOne('deskInvitations', { _id, acceptedBy: null, done: false }, { acceptedBy: personId }))) deskInvitationGone()
  await giveRole(caller, { role: 'operator', deskId }, name, now)
  await changeMembers(load, found => {
    if (!manages(found, by)) deskInvitationGone()
    return acceptedBy === personId && operatorOf(found, personId) ? found.members : withOperator(found, operator)
  })
  await updateOne('deskInvitations', { _id }, { done: true })
  return { deskId, deskName: desk.name }
}
