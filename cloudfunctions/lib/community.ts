import type { CommunityCard } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { Community, GroupBuy } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { leads } from '../../domain/people/relation'
import type { Caller } from './caller'
import { _, findById } from './database'
import { loadPerson } from './people'
import { one, readTogether, type Beside, type Together } from './oneRequest'

export function communityCard(community: Community): CommunityCard {
  return { id: community._id, name: community.name, leaderName: community.leaderName, leaderPhone: community.leaderPhone, appealBody: community.appealBody }
}

/** Refuses unless the caller leads this community. Whether a community exists is nobody else's business. */
export async function asLeader(caller: Caller, communityId: string): Promise<void> {
  mustLead(await loadPerson(caller), communityId)
}

/** What only this community's leader may see, in one request. That the caller leads it is its first condition: for others nothing is read. */
export async function readAsLeader<P extends Record<string, Beside<unknown>>>(caller: Caller, communityId: string, beside: P): Promise<Together<Person, P>> {
  const me = one<Person>('people', { _id: caller.personId, roles: _.elemMatch({ role: 'leader', communityId }) })
  const found = await readTogether(me, beside)
  if (!found) return notLeading()
  // Said once more in our own words, which do not hang on how a query is encoded.
  mustLead(found.document, communityId)
  return found
}

function mustLead(person: Person, communityId: string): void {
  if (!leads(person, communityId)) notLeading()
}

function notLeading(): never {
  return refuse('NOT_ALLOWED', '只有团长能看这里')
}

/** A group-buy of a community that the caller leads. */
export async function ledGroupBuy(caller: Caller, groupBuyId: string): Promise<GroupBuy> {
  const [person, groupBuy] = await Promise.all([loadPerson(caller), findById<GroupBuy>('groupBuys', groupBuyId)])
  if (!groupBuy || !leads(person, groupBuy.communityId)) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  return groupBuy
}

/** Throws when a community that something points to is gone: that is a fault of ours, not of the caller. */
export async function communityOf(id: string): Promise<Community> {
  const community = await findById<Community>('communities', id)
  if (!community) throw new Error(`community ${id} is missing`)
  return community
}
