import { inForceAt, publishedBy } from '../../domain/case/criteria'
import type { CriteriaPage, RepliesPage, Standards } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { mayEditRoutes } from '../../domain/route/mayEditRoutes'
import type { Caller } from './caller'
import { communityCard, readAsLeader } from './community'
import { page, type Beside, type Together } from './oneRequest'

/** What a community keeps ready for who decides a case. */
export function standardsOf(community: Community, now: number): Standards {
  return { replies: community.replies?.list ?? null, criteria: inForceAt(publishedBy(community), now).map(({ code, words }) => ({ code, words })) }
}

export interface Standing {
  person: Person
  community: Community
  mayEdit: boolean
}

/** The community with what it keeps, for those who work there, and what else is asked for in the same request. */
export async function readStandards<P extends Record<string, Beside<unknown>>>(caller: Caller, communityId: string, beside: P): Promise<Standing & { beside: Together<Person, P> }> {
  const found = await readAsLeader(caller, communityId, { ...beside, standing: page<Community>('communities', { _id: communityId }, { limit: 1 }) })
  const [community] = (found as { standing: Community[] }).standing
  if (!community) throw new Error(`community ${communityId} is missing`)
  const person = found.document as Person
  return { person, community, mayEdit: mayEditRoutes(person, community), beside: found as unknown as Together<Person, P> }
}

/** The community for whoever may change what it keeps; refuses anybody else. */
export async function readToEdit<P extends Record<string, Beside<unknown>>>(caller: Caller, communityId: string, beside: P): Promise<Standing & { beside: Together<Person, P> }> {
  const standing = await readStandards(caller, communityId, beside)
  if (!standing.mayEdit) refuse('LEADER_ONLY', '这一步只有团长本人能做')
  return standing
}

/** Two edited at once, and this one was not first. */
export function changedMeanwhile(): never {
  return refuse('CHANGED_MEANWHILE', '刚才有人也改过了，请看看最新的再改', 'version')
}

export function repliesPage({ community, mayEdit }: Pick<Standing, 'community' | 'mayEdit'>, now: number): RepliesPage {
  return { version: community.replies?.version ?? 0, ...standardsOf(community, now), mayEdit }
}

export function criteriaPage({ community, mayEdit }: Pick<Standing, 'community' | 'mayEdit'>, now: number): CriteriaPage {
  const all = publishedBy(community)
  const criteria = inForceAt(all, now)
  return { community: communityCard(community), criteria, retired: all.filter(c => !criteria.includes(c)).sort((a, b) => b.since - a.since), mayEdit }
}
