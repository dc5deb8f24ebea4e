import { refuse } from '../../domain/contract/refusal'
import { updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { handBackFrom } from '../lib/handBackFromSupplier'
import { joinRequestId, memberId, revokeLinksOf, supplierFor, takeOut } from '../lib/supplierPeople'
import { tell } from '../lib/tell'

/** Cases given back within the call itself. */
const PORTION = 20

/**
 * The leader ends somebody's part for a supplier, at once; or a person their own. Links go first, so that no replay lets them back in: all of the
 * supplier's when the leader does it, because nobody knows where they went.
 */
export const removeMember: UseCase<'removeMember'> = async (caller, { supplierId, memberId: id }, now) => {
  const { supplier, leader } = await supplierFor(caller, supplierId)
  const personId = supplier.people.find(p => memberId(supplierId, p) === id)
  // Removed already: the answer was lost.
  if (personId === undefined) return { people: supplier.people.length }
  if (!leader && personId !== caller.personId) refuse('NOT_ALLOWED', '只有团长能移出别人', 'memberId')
  await revokeLinksOf(supplierId, now, leader ? undefined : personId)
  await updateOne('joinRequests', { _id: joinRequestId(supplierId, personId) }, { state: 'ended' })
  await takeOut(personId, supplier)
  if (personId !== caller.personId) {
    await tell({
      _id: `removed:${id}:${now}`, personId, as: 'supplier', title: `您不再替「${supplier.name}」回话了`, body: '团长改了。有疑问请打电话给他', page: 'packages/supplier/cases/index', at: now,
    })
  }
  // A portion now, the rest by the clock; whoever joins meanwhile keeps what waits.
  if (supplier.people.length === 1) await handBackFrom([supplierId], PORTION, now)
  return { people: supplier.people.length - 1 }
}
