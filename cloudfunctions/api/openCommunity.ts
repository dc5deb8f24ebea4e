import { USUAL_HOURS } from '../../domain/clock/serviceHours'
import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { communityCard } from '../lib/community'
import { findById, insertOnce } from '../lib/database'
import type { UseCase } from '../lib/door'
import { giveRole } from '../lib/people'

/** Whoever opens a community leads it. The id is drawn by the client, so a repeated tap opens one. */
export const openCommunity: UseCase<'openCommunity'> = async (caller, input, now) => {
  const community: Community = {
    _id: input.communityId, name: input.name, pickupPoints: input.pickupPoints, leaderId: caller.personId,
    leaderName: input.leaderName, leaderPhone: input.leaderPhone, serviceHours: input.serviceHours ?? USUAL_HOURS, team: {}, appealBody: 'none', createdAt: now,
  }
  const stored = (await insertOnce('communities', community)) ? community : await findById<Community>('communities', input.communityId)
  if (stored?.leaderId !== caller.personId) refuse('ID_TAKEN', '没有开成，请重新打开再试', 'communityId')
  await giveRole(caller, { role: 'leader', communityId: input.communityId }, stored.leaderName, now)
  return communityCard(stored, now)
}
