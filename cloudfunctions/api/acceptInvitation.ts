import { findById, updateOne } from '../lib/database'
import { communityOf } from '../lib/community'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import { gone, invitationId, isLive, type InvitationDocument } from '../lib/invitation'
import { giveTryBack, takeTry } from '../lib/linkTries'
import { ensurePerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'
import { letIn } from '../lib/supplierPeople'
import { tell } from '../lib/tell'

/**
 * Takes a link: the first to say who they are acts for the supplier from now on. Repeating it by the same person changes nothing, and lets
 * nobody back in who was removed since.
 */
export const acceptInvitation: UseCase<'acceptInvitation'> = async (caller, { token, name }, now) => {
  const _id = invitationId(token)
  await takeTry(caller, now)
  const link = await findById<InvitationDocument>('invitations', _id)
  // Unknown, used, expired and revoked are answered alike: a guesser learns nothing.
  if (!link || !isLive(link, now)) gone()
  const mine = link.acceptedBy === caller.personId
  if (!mine && !(await updateOne('invitations', { _id, acceptedBy: null, revokedAt: null }, { acceptedBy: caller.personId }))) gone()
  await giveTryBack(caller, now)
  await ensurePerson(caller, now)
  await letIn(caller.personId, { _id: link.supplierId, communityId: link.communityId }, name, async () => {
    const now = await findById<InvitationDocument>('invitations', _id)
    return now !== null && typeof now.revokedAt !== 'number'
  })
  const [supplier, community] = await Promise.all([findById<SupplierDocument>('suppliers', link.supplierId), communityOf(link.communityId)])
  // A link can go astray: the leader hears at once who took it.
  await tell({
    _id: deriveId('joined', _id, caller.personId), personId: community.leaderId, as: 'leader', title: `「${supplier?.name ?? ''}」有人接了：${name}`,
    body: '从现在起他能看到要供货商承担的，并替供货商回话。不是您要请的人，点进去就能移出', page: `packages/leader/supplier/index?id=${link.supplierId}`, at: now,
  })
  return { supplierId: link.supplierId, supplierName: supplier?.name ?? '', groupBuyId: link.groupBuyId ?? null }
}
