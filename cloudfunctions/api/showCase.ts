import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { refuse } from '../../domain/contract/refusal'
import { caseView, photosOf } from '../../domain/people/caseView'
import { relationsTo } from '../../domain/people/relation'
import { caseOf, loadCase, momentFor } from '../lib/cases'
import { communityCard, communityOf } from '../lib/community'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { linksUntil, photoLinks } from '../lib/photos'

export const showCase: UseCase<'showCase'> = async (caller, { caseId, as }, now) => {
  const [person, stored] = await Promise.all([loadPerson(caller), loadCase(caseId)])
  const relations = stored ? relationsTo(stored.state, person) : []
  const party = as === undefined ? relations[0] : relations.find(r => r === as)
  // Somebody else's case is answered like one that does not exist.
  if (!stored || !party) refuse('CASE_NOT_FOUND', '找不到这件事', 'caseId')
  const view = caseView(caseOf(stored), { party, personId: person._id }, DEFAULT_POLICY, momentFor(stored, now))
  const [links, community] = await Promise.all([photoLinks(photosOf(view)), communityOf(stored.communityId)])
  return { view, photoLinks: links, linksUntil: linksUntil(now), community: communityCard(community) }
}
