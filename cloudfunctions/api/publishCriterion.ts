import { publishedBy, publishingTrouble, type PublishedCriterion } from '../../domain/case/criteria'
import { Refused } from '../../domain/contract/refusal'
import { communityOf } from '../lib/community'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { criteriaPage, readToEdit } from '../lib/standards'

/** Published from now on, for everybody. Repeating it changes nothing; words once published are never changed. */
export const publishCriterion: UseCase<'publishCriterion'> = async (caller, { communityId, code, words }, now) => {
  const { community, mayEdit } = await readToEdit(caller, communityId, {})
  if (community.criteria?.[code] === undefined) {
    const trouble = publishingTrouble(publishedBy(community), words, now)
    if (trouble) throw new Refused(trouble)
    const published: PublishedCriterion = { code: `own:${code}`, words, since: now, retired: null }
    await updateOne('communities', { _id: communityId, leaderId: community.leaderId, [`criteria.${code}.code`]: null }, { [`criteria.${code}`]: _.set(published) })
  }
  return criteriaPage({ community: await communityOf(communityId), mayEdit }, now)
}
