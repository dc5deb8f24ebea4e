import type { CommunityPage } from '../../domain/contract/calls'
import { serviceHoursOf } from '../../domain/clock/serviceHours'
import type { Community } from '../../domain/orders/order'
import { LONGEST_PICKUP_POINT, teamOf } from '../../domain/people/team'
import { newestOf } from './clocksPage'
import { communityCard } from './community'
import { groupsBy, one, readTogether } from './oneRequest'
import { openInvitations } from './roleInvitation'

/** More than a community has. */
const MOST_POINTS = 100

/** The community as it stands now, for those who run it. */
export async function communityPage(communityId: string, personId: string, now: number): Promise<CommunityPage> {
  const [found, invitations] = await Promise.all([
    readTogether(one<Community>('communities', { _id: communityId }), { points: groupsBy<object>('orders', { communityId }, 'pickupPoint', {}, { limit: MOST_POINTS }) }),
    openInvitations(communityId, personId, now),
  ])
  if (!found) throw new Error(`community ${communityId} is missing`)
  const { document: community, points } = found
  const leading = community.leaderId === personId
  return {
    community: { ...communityCard(community, now), pickupPoints: community.pickupPoints, serviceHours: serviceHoursOf(community.serviceHours), holidayHours: community.holidayHours ?? null },
    version: newestOf(community).version,
    orderPoints: points.filter(p => p._id.length <= LONGEST_PICKUP_POINT).sort((a, b) => b.total - a.total || a._id.localeCompare(b._id)).map(p => p._id),
    leading, team: teamOf(community), invitations: leading ? invitations : [], desk: community.deskId === undefined ? null : { name: community.deskName ?? '' },
  }
}
