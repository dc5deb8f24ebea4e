import type { Community } from '../orders/order'
import { capableOf, operatorOf, operatorsOf, type Desk } from './desk'
import type { Person, Role, StoredPerson } from './person'

/** Characters of a pick-up point's name. */
export const LONGEST_PICKUP_POINT = 40

/** Which households a helper leader (帮卖团长) looks after: those of some pick-up points, and those with a 跟团号 in some ranges of group-buys. */
export interface Part {
  pickupPoints: string[]
  /** 跟团号 from and to, both inclusive; each group-buy counts its own. */
  numbers: { groupBuyId: string; from: number; to: number }[]
}

/**
 * Who works in a community besides its leader. It stands in the community itself: one write ends a role, for whoever asks next.
 * A helper (帮手) does what the leader does, up to `limit` fen a case; a helper leader (帮卖团长) gathers and decides nothing.
 */
export type TeamMember = { personId: string; name: string; since: number } & ({ role: 'helper'; limit: number } | { role: 'helperLeader'; part: Part })

/** Whoever came first stands first. */
export function teamOf({ team }: Pick<Community, 'team'>): TeamMember[] {
  return Object.values(team ?? {}).sort((a, b) => a.since - b.since)
}

/** Whose inbox belongs to the leader's side: the leader, and every helper. Person ids. */
export function leadersOf(community: Pick<Community, 'leaderId' | 'team'>): string[] {
  return [...new Set([community.leaderId, ...teamOf(community).flatMap(m => (m.role === 'helper' ? [m.personId] : []))])]
}

/** Everybody of the leader's side: those who gather as well. Person ids. */
export function sideOf({ leaderId, team }: Partial<Pick<Community, 'leaderId' | 'team'>>): string[] {
  return [...new Set([...(leaderId === undefined ? [] : [leaderId]), ...teamOf(team ? { team } : {}).map(m => m.personId)])]
}

/**
 * A person with the roles that count now. What is stored with the person only says where to look; the community says who leads it and who is in
 * its team, the desk who is an operator, and a community again by which desk it is served. So there is one leader at every moment of handing over,
 * whatever was interrupted, and whoever was removed is nobody at once.
 */
export function inForce(stored: StoredPerson, { communities, desks = [], served = [] }: RolesRead): Person {
  const roles = stored.roles.flatMap((role): Role[] => {
    if (role.role === 'supplier') return [role]
    if (role.role === 'operator') return rolesAt(desks.find(d => d._id === role.deskId), served, stored._id)
    const community = communities.find(c => c._id === role.communityId)
    return community ? rolesIn(community, stored._id) : []
  })
  // Somebody who helped and then led has two entries that lead to the same community.
  return { ...stored, roles: roles.filter((role, i) => role.role === 'supplier' || roles.findIndex(r => r.role === role.role && placeOf(r) === placeOf(role)) === i) }
}

/** What says which of a person's roles count. Where no desks were read, nobody is anybody's operator. */
export interface RolesRead {
  communities: readonly Community[]
  desks?: readonly Desk[]
  /** The communities that the desks name. */
  served?: readonly (Pick<Community, '_id' | 'deskId'> & Partial<Pick<Community, 'leaderId' | 'team'>>)[]
}

function placeOf(role: Role): string {
  return role.role === 'operator' ? role.deskId : role.communityId
}

function rolesAt(desk: Desk | undefined, served: NonNullable<RolesRead['served']>, personId: string): Role[] {
  const operator = desk && operatorOf(desk, personId)
  if (!operator) return []
  const here = served.filter(c => c.deskId === desk._id && desk.communityIds.includes(c._id))
  const communityIds = here.map(c => c._id)
  const onSide = Object.fromEntries(here.map(c => [c._id, sideOf(c).filter(id => operatorOf(desk, id) !== null)] as const).filter(([, ids]) => ids.length > 0))
  const names = Object.fromEntries(operatorsOf(desk).map(m => [m.personId, m.name]))
  return [{ role: 'operator', deskId: desk._id, deskName: desk.name, communityIds, capabilities: operator.capabilities, limit: operator.limit, names, appealDeciders: capableOf(desk, 'decideAppeal'), onSide }]
}

function rolesIn(community: Community, personId: string): Role[] {
  const communityId = community._id
  const names = Object.fromEntries([...teamOf(community).map(m => [m.personId, m.name] as const), [community.leaderId, community.leaderName] as const])
  if (community.leaderId === personId) return [{ role: 'leader', communityId, names }]
  const member = teamOf(community).find(m => m.personId === personId)
  if (!member) return []
  return member.role === 'helper' ? [{ role: 'helper', communityId, limit: member.limit, names }] : [{ role: 'helperLeader', communityId, part: member.part, names }]
}

/** Whether a household is one of this part. */
export function isOfPart(part: Part, household: { groupBuyId: string; pickupPoint: string; joinNumber: string }): boolean {
  if (household.pickupPoint !== '' && part.pickupPoints.includes(household.pickupPoint)) return true
  const number = /^\d+$/.test(household.joinNumber) ? Number(household.joinNumber) : NaN
  return part.numbers.some(r => r.groupBuyId === household.groupBuyId && number >= r.from && number <= r.to)
}
