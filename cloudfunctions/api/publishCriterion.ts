import { publishedBy, publishingTrouble, type PublishedCriterion } from '../../domain/case/criteria'
import { Refused } from '../../domain/contract/refusal'
import { _ } from '../lib/database'
import type { UseCase } from '../lib/door'
import { changeCriteria, criteriaPage } from '../lib/standards'

/** Published from now on, for everybody. Repeating it changes nothing; words once published are never changed. */
export const publishCriterion: UseCase<'publishCriterion'> = async (caller, { communityId, code, words }, now) => criteriaPage(await changeCriteria(caller, communityId, community => {
  if (community.criteria?.[code] !== undefined) return null
  const trouble = publishingTrouble(publishedBy(community), words, now)
  if (trouble) throw new Refused(trouble)
  const published: PublishedCriterion = { code: `own:${code}`, words, since: now, retired: null }
  return { [`criteria.${code}`]: _.set(published) }
}), now)
