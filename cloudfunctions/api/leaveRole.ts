import type { UseCase } from '../lib/door'
import { endMembership } from '../lib/endMembership'

/** Gives up one's own role; repeating it changes nothing. A leader hands over instead: a community is not left without one. */
export const leaveRole: UseCase<'leaveRole'> = async (caller, { communityId }, now) => {
  await endMembership(communityId, caller.personId, now)
  return { left: true }
}
