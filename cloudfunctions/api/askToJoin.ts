import { refuse } from '../../domain/contract/refusal'
import { suppliesFor } from '../../domain/people/relation'
import { _, findById, insertOnce, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { gone, liveLink } from '../lib/invitation'
import { ensurePerson, loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'
import { joinRequestId, type JoinRequest } from '../lib/supplierPeople'
import { tell } from '../lib/tell'

/** How often somebody may ask the same supplier; then it is a matter for the phone. */
const MOST_TIMES = 3

/** Asks those who act for a supplier to be let in, by a link that one of them has taken. They are told; nothing changes until one says yes. */
export const askToJoin: UseCase<'askToJoin'> = async (caller, { token, name }, now) => {
  const link = await liveLink(caller, token, now)
  // Not taken yet: there is nobody to ask, and nothing to ask for.
  if (link.acceptedBy === null) gone()
  const { supplierId, communityId } = link
  const [person, supplier] = await Promise.all([loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId)])
  if (!supplier) gone()
  if (suppliesFor(person, supplierId)) refuse('ALREADY_IN', '您已经能看到了，直接打开就行')
  await ensurePerson(caller, now)
  const _id = joinRequestId(supplierId, caller.personId)
  const request: JoinRequest = { _id, supplierId, communityId, groupBuyId: link.groupBuyId ?? null, personId: caller.personId, name, state: 'asked', askedAt: now, times: 1 }
  const asked = (await insertOnce('joinRequests', request)) ||
    (await updateOne('joinRequests', { _id, state: _.in(['no', 'ended']), times: _.lt(MOST_TIMES) }, { state: 'asked', askedAt: now, name, times: _.inc(1) }))
  if (!asked) {
    const known = await findById<JoinRequest>('joinRequests', _id)
    if (known?.state !== 'asked') refuse('ASKED_TOO_OFTEN', '已经问过几次了，请打电话给您的同事或者团长')
    return { state: 'asked' }
  }
  for (const personId of supplier.people) {
    await tell({
      _id: `${_id}:${now}:${personId}`, personId, as: 'supplier', title: `${name}想一起替「${supplier.name}」回话`, body: '认识的人再同意；不认识就点不同意',
      page: `packages/supplier/people/index?supplier=${supplierId}`, at: now,
    })
  }
  return { state: 'asked' }
}
