import { refuse } from '../../domain/contract/refusal'
import { communityOf } from '../lib/community'
import { updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { criteriaPage, readToEdit } from '../lib/standards'

/** Holds no more from now on. Repeating it changes nothing. */
export const retireCriterion: UseCase<'retireCriterion'> = async (caller, { communityId, code }, now) => {
  const { community, mayEdit } = await readToEdit(caller, communityId, {})
  if (community.criteria?.[code] === undefined) refuse('NOT_FOUND', '没有公布过这一条', 'code')
  await updateOne('communities', { _id: communityId, leaderId: community.leaderId, [`criteria.${code}.code`]: `own:${code}`, [`criteria.${code}.retired`]: null }, { [`criteria.${code}.retired`]: now })
  return criteriaPage({ community: await communityOf(communityId), mayEdit }, now)
}
