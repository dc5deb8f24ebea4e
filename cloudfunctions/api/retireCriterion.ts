import { refuse } from '../../domain/contract/refusal'
import type { UseCase } from '../lib/door'
import { changeCriteria, criteriaPage } from '../lib/standards'

/** Holds no more from now on. Repeating it changes nothing. */
export const retireCriterion: UseCase<'retireCriterion'> = async (caller, { communityId, code }, now) => criteriaPage(await changeCriteria(caller, communityId, community => {
  const published = community.criteria?.[code]
  if (published === undefined) refuse('NOT_FOUND', '没有公布过这一条', 'code')
  return published.retired === null ? { [`criteria.${code}.retired`]: now } : null
}), now)
