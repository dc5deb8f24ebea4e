import { refuse } from '../../domain/contract/refusal'
import { leads } from '../../domain/people/relation'
import { findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'

/**
 * The leader puts down what was agreed with a supplier: whether a claim that is not answered in time is admitted. Never by itself [spec: case, clocks, "recovery"].
 * Cases that are filed already keep what was agreed then; the supplier reads it on every claim before its time is over.
 */
export const agreeOnSilence: UseCase<'agreeOnSilence'> = async (caller, { supplierId, admits }) => {
  const [person, supplier] = await Promise.all([loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId)])
  if (!supplier || !leads(person, supplier.communityId)) refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
  if ((supplier.silenceAdmits ?? false) !== admits) await updateOne('suppliers', { _id: supplierId }, { silenceAdmits: admits })
  return { silenceAdmits: admits }
}
