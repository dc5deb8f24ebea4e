import { randomBytes } from 'node:crypto'
import { refuse } from '../../domain/contract/refusal'
import { leads } from '../../domain/people/relation'
import { findById } from '../lib/database'
import { db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { invitationId, type InvitationDocument } from '../lib/invitation'
import { loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'

/** A week: suppliers open their messages between two deliveries. ms */
const VALID_FOR = 7 * 24 * 3600_000

/** A one-time invitation. Only its hash is stored: whoever reads the database cannot use it. */
export const inviteSupplier: UseCase<'inviteSupplier'> = async (caller, { supplierId }, now) => {
  const [person, supplier] = await Promise.all([loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId)])
  if (!supplier || !leads(person, supplier.communityId)) refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
  const token = randomBytes(24).toString('base64url')
  const invitation: InvitationDocument = {
    _id: invitationId(token), supplierId, communityId: supplier.communityId, expiresAt: now + VALID_FOR, acceptedBy: null, createdAt: now,
  }
  await db.collection('invitations').add(invitation)
  return { token, expiresAt: invitation.expiresAt, supplierName: supplier.name }
}
