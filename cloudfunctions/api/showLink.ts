import { suppliesFor } from '../../domain/people/relation'
import type { GroupBuy } from '../../domain/orders/order'
import { communityOf } from '../lib/community'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { liveLink } from '../lib/invitation'
import { loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'
import { joinRequestId, type JoinRequest } from '../lib/supplierPeople'

/**
 * What a link is, to whoever holds it. Looking binds nobody: chats open links by themselves to draw a preview. Who took it is not said, only that
 * somebody has: a link that went astray must not tell names.
 */
export const showLink: UseCase<'showLink'> = async (caller, { token }, now) => {
  const link = await liveLink(caller, token, now)
  const { supplierId, communityId, groupBuyId } = link
  const [person, supplier, groupBuy, community, request] = await Promise.all([
    loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId), groupBuyId ? findById<GroupBuy>('groupBuys', groupBuyId) : null,
    communityOf(communityId), findById<JoinRequest>('joinRequests', joinRequestId(supplierId, caller.personId)),
  ])
  const member = suppliesFor(person, supplierId)
  const state = member ? 'member' as const : link.acceptedBy === null || link.acceptedBy === caller.personId ? 'open' as const
    : request?.state === 'asked' ? 'asked' as const : request?.state === 'no' ? 'refused' as const : 'taken' as const
  return {
    state, supplierName: supplier?.name ?? '', groupBuyTitle: groupBuy?.title ?? null, communityName: community.name, leaderName: community.leaderName,
    expiresAt: link.expiresAt, bundle: member && groupBuyId ? { supplierId, groupBuyId } : null,
  }
}
