import { readAsLeader } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import type { UseCase } from '../lib/door'

export const showCommunity: UseCase<'showCommunity'> = async (caller, { communityId }, now) => {
  await readAsLeader(caller, communityId, {})
  return communityPage(communityId, caller.personId, now)
}
