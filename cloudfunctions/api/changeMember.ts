import { refuse } from '../../domain/contract/refusal'
import { teamOf, type TeamMember } from '../../domain/people/team'
import { asOnlyLeader, communityOf } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'

export const changeMember: UseCase<'changeMember'> = async (caller, { communityId, memberId: personId, to }, now) => {
  await asOnlyLeader(caller, communityId)
  const member = teamOf(await communityOf(communityId)).find(m => m.personId === personId)
  if (!member) refuse('NOT_FOUND', '这个人已经不在了', 'memberId')
  const { name, since } = member
  const changed: TeamMember = to.role === 'helper' ? { personId, name, since, role: 'helper', limit: to.limit } : { personId, name, since, role: 'helperLeader', part: to.part }
  // Only while they are there: somebody removed or gone meanwhile does not come back by it.
  await updateOne('communities', { _id: communityId, leaderId: caller.personId, [`team.${personId}.personId`]: personId }, { [`team.${personId}`]: _.set(changed) })
  return communityPage(communityId, caller.personId, now)
}
