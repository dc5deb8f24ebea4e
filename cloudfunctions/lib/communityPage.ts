import type { CommunityPage } from '../../domain/contract/calls'
import { USUAL_HOURS } from '../../domain/clock/serviceHours'
import { teamOf } from '../../domain/people/team'
import { communityCard, communityOf } from './community'

/** The community as it stands now, for those who run it. */
export async function communityPage(communityId: string, leading: boolean): Promise<CommunityPage> {
  const community = await communityOf(communityId)
  return {
    community: { ...communityCard(community), pickupPoints: community.pickupPoints, serviceHours: community.serviceHours ?? USUAL_HOURS },
    leading, team: teamOf(community),
  }
}
