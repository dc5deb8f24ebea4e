import type { CommunityPage } from '../../domain/contract/calls'
import { USUAL_HOURS } from '../../domain/clock/serviceHours'
import { teamOf } from '../../domain/people/team'
import { communityCard, communityOf } from './community'
import { openInvitations } from './roleInvitation'

/** The community as it stands now, for those who run it. */
export async function communityPage(communityId: string, personId: string, now: number): Promise<CommunityPage> {
  const [community, invitations] = await Promise.all([communityOf(communityId), openInvitations(communityId, personId, now)])
  const leading = community.leaderId === personId
  return {
    community: { ...communityCard(community), pickupPoints: community.pickupPoints, serviceHours: community.serviceHours ?? USUAL_HOURS },
    leading, team: teamOf(community), invitations: leading ? invitations : [],
  }
}
