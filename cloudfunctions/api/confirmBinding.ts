import { refuse } from '../../domain/contract/refusal'
import type { Order } from '../../domain/orders/order'
import { worksFor } from '../../domain/people/relation'
import { bindHousehold, type BindingDocument } from '../lib/binding'
import { _, db, findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'

/** The leader knows the neighbour whose phone the export masks. Safe to repeat with the same word. */
export const confirmBinding: UseCase<'confirmBinding'> = async (caller, { bindingId, yes }, now) => {
  const [person, binding] = await Promise.all([loadPerson(caller), findById<BindingDocument>('bindings', bindingId)])
  if (!binding || !worksFor(person, binding.communityId)) refuse('NOT_FOUND', '找不到这个申请', 'bindingId')
  const state = yes ? 'confirmed' : 'refused'
  // Decided first, by whoever is first; then carried out, which a repetition of the same word completes.
  if (!(await updateOne('bindings', { _id: bindingId, state: 'asked' }, { state }))) {
    const decided = await findById<BindingDocument>('bindings', bindingId)
    if (decided?.state !== state) refuse('ALREADY_DECIDED', '这个申请已经处理过了', 'bindingId')
  }
  if (!yes) return { bound: 0 }
  const { data } = await db.collection('orders').where({ _id: _.in(binding.orderIds) }).limit(100).get()
  return { bound: await bindHousehold(binding.personId, data as Order[], now) }
}
