import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { endMembership } from '../lib/endMembership'

/** Gives up one's own role; repeating it changes nothing. A leader hands over instead: a community is not left without one. */
export const leaveRole: UseCase<'leaveRole'> = async (caller, role) => {
  if (role.as === 'team') await endMembership(role.communityId, caller.personId)
  else {
    await updateOne('people', { _id: caller.personId }, { roles: _.pull({ role: 'supplier', supplierId: role.supplierId }) })
    await updateOne('suppliers', { _id: role.supplierId }, { people: _.pull(caller.personId) })
  }
  return { left: true }
}
