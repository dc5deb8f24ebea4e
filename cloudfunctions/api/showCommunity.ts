import { leads } from '../../domain/people/relation'
import { readAsLeader } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import type { UseCase } from '../lib/door'

export const showCommunity: UseCase<'showCommunity'> = async (caller, { communityId }) => {
  const { document: person } = await readAsLeader(caller, communityId, {})
  return communityPage(communityId, leads(person, communityId))
}
