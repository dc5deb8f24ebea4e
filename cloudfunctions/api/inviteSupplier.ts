import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy } from '../../domain/orders/order'
import { leads } from '../../domain/people/relation'
import { db, findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { drawToken, invitationId, type InvitationDocument } from '../lib/invitation'
import { loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'

/** A week: suppliers open their messages between two deliveries. ms */
const VALID_FOR = 7 * 24 * 3600_000

/** A one-time link for whoever acts for a supplier, to one of its group-buys where one is named. Only its hash is stored. */
export const inviteSupplier: UseCase<'inviteSupplier'> = async (caller, { supplierId, groupBuyId }, now) => {
  const [person, supplier, groupBuy] = await Promise.all([
    loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId), groupBuyId === undefined ? null : findById<GroupBuy>('groupBuys', groupBuyId),
  ])
  if (!supplier || !leads(person, supplier.communityId)) refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
  if (groupBuyId !== undefined && groupBuy?.communityId !== supplier.communityId) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  const token = drawToken()
  const link: InvitationDocument = {
    _id: invitationId(token), supplierId, communityId: supplier.communityId, groupBuyId: groupBuyId ?? null,
    expiresAt: now + VALID_FOR, acceptedBy: null, createdAt: now, revokedAt: null,
  }
  await db.collection('invitations').add(link)
  return { token, expiresAt: link.expiresAt, supplierName: supplier.name, groupBuyTitle: groupBuy?.title ?? null }
}
