import { updateOne } from '../lib/database'
import { deskPage, managedDesk } from '../lib/desk'
import type { UseCase } from '../lib/door'

/** Takes back a link that nobody has taken yet; who is in already is in. Repeating it changes nothing. */
export const revokeDeskInvitation: UseCase<'revokeDeskInvitation'> = async (caller, { deskId, invitationId }, now) => {
  await managedDesk(caller, deskId)
  await updateOne('deskInvitations', { _id: invitationId, deskId, acceptedBy: null }, { done: true })
  return deskPage(caller, deskId, now)
}
