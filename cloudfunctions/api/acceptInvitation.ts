import { refuse } from '../../domain/contract/refusal'
import { _, findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { invitationId, type InvitationDocument } from '../lib/invitation'
import { giveRole } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'

/** Takes an invitation: the first to open it acts for the supplier from now on. Repeating it by the same person changes nothing. */
export const acceptInvitation: UseCase<'acceptInvitation'> = async (caller, { token, name }, now) => {
  const _id = invitationId(token)
  const invitation = await findById<InvitationDocument>('invitations', _id)
  // Unknown, used and expired are answered alike: a guesser learns nothing.
  const mine = invitation?.acceptedBy === caller.personId
  const open = invitation?.acceptedBy === null && invitation.expiresAt > now
  if (!invitation || (!mine && !open) || (!mine && !(await updateOne('invitations', { _id, acceptedBy: null }, { acceptedBy: caller.personId })))) {
    refuse('INVITATION_GONE', '这个邀请已经用过或者过期了，请团长再发一个', 'token')
  }
  await giveRole(caller, { role: 'supplier', supplierId: invitation.supplierId, communityId: invitation.communityId }, name, now)
  await updateOne('suppliers', { _id: invitation.supplierId }, { people: _.addToSet(caller.personId) })
  const supplier = await findById<SupplierDocument>('suppliers', invitation.supplierId)
  return { supplierId: invitation.supplierId, supplierName: supplier?.name ?? '' }
}
