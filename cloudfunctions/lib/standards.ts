import { inForceAt, publishedBy } from '../../domain/case/criteria'
import type { CriteriaPage, RepliesPage, Standards } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import type { Person, StoredPerson } from '../../domain/people/person'
import { capabilityWords, LEADING } from '../../domain/people/desk'
import { leads, operatorFor, worksFor } from '../../domain/people/relation'
import { mayEditRoutes } from '../../domain/route/mayEditRoutes'
import type { Caller } from './caller'
import { communityCard, communityOf } from './community'
import { _, updateOne } from './database'
import { one, page, readTogether, type Beside, type Together } from './oneRequest'
import { personOf, rolesBeside } from './people'

/** What a community keeps ready for who decides a case. */
export function standardsOf(community: Community, now: number): Standards {
  return { replies: community.replies?.list ?? null, criteria: inForceAt(publishedBy(community), now).map(({ code, words }) => ({ code, words })) }
}

export interface Standing {
  person: Person
  community: Community
  mayEdit: boolean
}

/** The community with what it keeps, for those who work there or at the desk that serves it, and what else is asked for in the same request. For whoever works nowhere nothing is read. */
export async function readStandards<P extends Record<string, Beside<unknown>>>(caller: Caller, communityId: string, beside: P): Promise<Standing & { beside: Together<Person, P> }> {
  const me = one<StoredPerson>('people', { _id: caller.personId, 'roles.role': _.in(['leader', 'team', 'operator']) })
  const found = await readTogether(me, { ...rolesBeside(), ...beside, standing: page<Community>('communities', { _id: communityId }, { limit: 1 }) })
  const person = found && personOf(found as unknown as Parameters<typeof personOf>[0])
  const operator = person && operatorFor(person, communityId)
  if (!found || !person || !(operator || worksFor(person, communityId))) refuse('NOT_ALLOWED', '只有团长和帮他的平台能看这里')
  const [community] = (found as { standing: Community[] }).standing
  if (!community) throw new Error(`community ${communityId} is missing`)
  return { person, community, mayEdit: mayEditRoutes(person, community), beside: { ...found, document: person } as unknown as Together<Person, P> }
}

/** The community for whoever may change what it keeps; refuses anybody else. */
export async function readToEdit<P extends Record<string, Beside<unknown>>>(caller: Caller, communityId: string, beside: P): Promise<Standing & { beside: Together<Person, P> }> {
  const standing = await readStandards(caller, communityId, beside)
  if (standing.mayEdit) return standing
  return operatorFor(standing.person, communityId) ? refuse('NOT_YOUR_CAPABILITY', `这一步归${capabilityWords(LEADING)}，请转给他们`) : refuse('LEADER_ONLY', '这一步只有团长本人能做')
}

/** What must still be so when it is written: whoever led does, or the same desk serves. */
export function stillTheirs({ person, community }: Pick<Standing, 'person' | 'community'>): { _id: string; leaderId: string } | { _id: string; deskId: string } {
  const { _id, leaderId, deskId } = community
  return leads(person, _id) || deskId === undefined ? { _id, leaderId } : { _id, deskId }
}

/** Several may publish at the same moment. */
const TRIES = 5

/**
 * Changes what is published, guarded by how often it was changed: of two at the same moment the second looks again.
 * @param change what to write of it, or null where nothing is to be done
 */
export async function changeCriteria(caller: Caller, communityId: string, change: (community: Community) => Record<string, unknown> | null): Promise<Pick<Standing, 'community' | 'mayEdit'>> {
  for (let tried = 0; tried < TRIES; tried++) {
    const standing = await readToEdit(caller, communityId, {})
    const { community, mayEdit } = standing
    const wanted = change(community)
    if (wanted === null) return { community, mayEdit }
    const at = community.criteriaVersion
    if (await updateOne('communities', { ...stillTheirs(standing), criteriaVersion: at ?? null }, { ...wanted, criteriaVersion: (at ?? 0) + 1 })) return { community: await communityOf(communityId), mayEdit }
  }
  throw new Error(`what is published changed ${TRIES} times while it was changed`)
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
  return { community: communityCard(community, now), criteria, retired: all.filter(c => !criteria.includes(c)).sort((a, b) => b.since - a.since), mayEdit }
}
