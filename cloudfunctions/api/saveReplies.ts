import { isDeepStrictEqual } from 'node:util'
import { Refused, refuse } from '../../domain/contract/refusal'
import { publishedBy, publishedWords } from '../../domain/case/criteria'
import { repliesTrouble, type StoredReplies } from '../../domain/replies/reply'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { changedMeanwhile, readToEdit, repliesPage, stillTheirs } from '../lib/standards'

/** Keeps a community's sentences. The same list sent again changes nothing; of two editors at once the second is told. */
export const saveReplies: UseCase<'saveReplies'> = async (caller, { communityId, version, replies: list }, now) => {
  const standing = await readToEdit(caller, communityId, {})
  const { community } = standing
  const trouble = repliesTrouble(list)
  if (trouble) throw new Refused(trouble)
  // Those of a reason that was retired stay: nobody is offered them, and nothing that somebody wrote is lost.
  const known = publishedBy(community).map(c => ({ ...c, retired: null }))
  const unknown = list.findIndex(r => r.criterion !== undefined && publishedWords(r.criterion, known, now) === null)
  if (unknown >= 0) refuse('BAD_CRITERION', '这个原因没有公布，请另选一个', `replies.${unknown}.criterion`)
  const replies: StoredReplies = { version: version + 1, list }
  if (isDeepStrictEqual(community.replies, replies)) return repliesPage(standing, now)
  const saved = await updateOne('communities', { ...stillTheirs(standing), 'replies.version': version === 0 ? null : version }, { replies: _.set(structuredClone(replies)) })
  return saved ? repliesPage({ ...standing, community: { ...community, replies } }, now) : changedMeanwhile()
}
