import { refuse } from '../../domain/contract/refusal'
import { findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import type { InvitationDocument } from '../lib/invitation'
import { ownSupplier } from '../lib/supplierPeople'

/** The leader takes a link back: from now on it opens nothing, also for who would ask to join by it. Who came in by it stays; see `removeMember`. */
export const revokeLink: UseCase<'revokeLink'> = async (caller, { linkId }, now) => {
  const link = await findById<InvitationDocument>('invitations', linkId)
  const own = link && await ownSupplier(caller, link.supplierId)
  if (!link || !own?.leader) refuse('NOT_FOUND', '找不到这个链接', 'linkId')
  await updateOne('invitations', { _id: linkId, revokedAt: null }, { revokedAt: now })
  return { revoked: true }
}
