import { hoursAhead } from '../../domain/clock/hoursAhead'
import { openTimesOf } from '../../domain/clock/serviceHours'
import type { CommunityCard } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { Community, GroupBuy } from '../../domain/orders/order'
import { isCapable, needsOf, capabilityWords } from '../../domain/people/desk'
import type { Person, StoredPerson } from '../../domain/people/person'
import { inForce } from '../../domain/people/team'
import { leads, operatorFor, worksFor } from '../../domain/people/relation'
import type { Caller } from './caller'
import { _, findById } from './database'
import { one, pointedTo, readTogether, type Beside, type Together } from './oneRequest'
import { communitiesBeside, loadPerson } from './people'

export function communityCard(community: Community, now: number): CommunityCard {
  return { id: community._id, name: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone, appealBody: community.appealBody, desk: community.deskId === undefined ? null : { name: community.deskName ?? '', phone: community.deskPhone ?? '' }, hoursAhead: hoursAhead(openTimesOf(community), now) }
}

/** Refuses unless the caller leads this community or helps there. Whether a community exists is nobody else's business. */
export async function asLeader(caller: Caller, communityId: string): Promise<void> {
  if (!worksFor(await loadPerson(caller), communityId)) notLeading()
}

/** Refuses unless the caller is this community's leader: a helper is told that it is the leader's. */
export async function asOnlyLeader(caller: Caller, communityId: string): Promise<void> {
  const person = await loadPerson(caller)
  if (!worksFor(person, communityId)) notLeading()
  if (!leads(person, communityId)) refuse('LEADER_ONLY', '这一步只有团长本人能做')
}

/** What only this community's leader and helpers may see, in one request. That the caller is led there is its first condition: for others nothing is read. */
export async function readAsLeader<P extends Record<string, Beside<unknown>>>(caller: Caller, communityId: string, beside: P): Promise<Together<Person, P & { myCommunities: Beside<Community[]> }>> {
  const me = one<StoredPerson>('people', { _id: caller.personId, roles: _.elemMatch({ communityId, role: { $in: ['leader', 'team'] } }) })
  const found = await readTogether(me, { ...beside, myCommunities: communitiesBeside() })
  if (!found) return notLeading()
  // Where to look is not yet what counts: the community says who works there.
  const person = inForce(found.document, { communities: (found as { myCommunities: Community[] }).myCommunities })
  if (!worksFor(person, communityId)) notLeading()
  return { ...found, document: person } as unknown as Together<Person, P & { myCommunities: Beside<Community[]> }>
}

function notLeading(): never {
  return refuse('NOT_ALLOWED', '只有团长能看这里')
}

/** A group-buy of a community that the caller leads or helps in. */
export async function ledGroupBuy(caller: Caller, groupBuyId: string): Promise<GroupBuy> {
  const [person, groupBuy] = await Promise.all([loadPerson(caller), findById<GroupBuy>('groupBuys', groupBuyId)])
  if (!groupBuy || !worksFor(person, groupBuy.communityId)) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  return groupBuy
}

/** The same with its community, in as many requests. */
export async function ledGroupBuyAndCommunity(caller: Caller, groupBuyId: string): Promise<{ groupBuy: GroupBuy; community: Community }> {
  const [person, found] = await Promise.all([loadPerson(caller), readTogether(one<GroupBuy>('groupBuys', { _id: groupBuyId }), { communities: pointedTo<Community>('communities', 'communityId') })])
  if (!found || !worksFor(person, found.document.communityId)) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  const [community] = found.communities
  if (!community) throw new Error(`community ${found.document.communityId} is missing`)
  return { groupBuy: found.document, community }
}

/** A group-buy of a community that the caller may file in for neighbours: its leader, a helper, or its desk. */
export async function groupBuyToFileIn(caller: Caller, groupBuyId: string): Promise<GroupBuy> {
  const [person, groupBuy] = await Promise.all([loadPerson(caller), findById<GroupBuy>('groupBuys', groupBuyId)])
  if (!groupBuy || (!worksFor(person, groupBuy.communityId) && !operatorFor(person, groupBuy.communityId))) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  mustFileFor(person, groupBuy.communityId)
  return groupBuy
}

/** Refuses somebody of the desk whose part is something else. */
export function mustFileFor(person: Person, communityId: string): void {
  const operator = worksFor(person, communityId) ? null : operatorFor(person, communityId)
  if (operator && !isCapable(operator.capabilities, 'addEvidence')) refuse('NOT_YOUR_CAPABILITY', `替邻居报归${capabilityWords(needsOf('addEvidence'))}，请转给他们`)
}

/** Throws when a community that something points to is gone: that is a fault of ours, not of the caller. */
export async function communityOf(id: string): Promise<Community> {
  const community = await findById<Community>('communities', id)
  if (!community) throw new Error(`community ${id} is missing`)
  return community
}
