import { refuse } from '../../domain/contract/refusal'
import { leads } from '../../domain/people/relation'
import { findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'

/** The leader says what claims against a supplier go by. Cases that are filed already keep what was agreed then. */
export const agreeOnRecovery: UseCase<'agreeOnRecovery'> = async (caller, { supplierId, recoverAt }) => {
  const [person, supplier] = await Promise.all([loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId)])
  if (!supplier || !leads(person, supplier.communityId)) refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
  // Also what goes without saying, once it was said: nobody is asked again.
  if (supplier.recoverAt !== recoverAt) await updateOne('suppliers', { _id: supplierId }, { recoverAt })
  return { recoverAt }
}
