import { refuse } from '../../domain/contract/refusal'
import { warningNoticeId } from '../../domain/notice/hazard'
import { communityCard, communityOf } from '../lib/community'
import { findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { aboutOf } from '../lib/warningView'
import { ownWarnedLines, type WarningDocument } from '../lib/warnings'

/** What is dangerous and what to do, open to whoever got the card; with the caller's own household's orders. Who reads it has opened the message. */
export const readWarning: UseCase<'readWarning'> = async (caller, { warningId }, now) => {
  const warning = await findById<WarningDocument>('warnings', warningId)
  if (!warning) refuse('NOT_FOUND', '找不到这个提醒，请从群里重新点开', 'warningId')
  const [community, mine] = await Promise.all([communityOf(warning.communityId), ownWarnedLines(caller, warning)])
  if (mine.length > 0) await updateOne('notices', { _id: warningNoticeId(warningId, 'started', caller.personId), readAt: null }, { readAt: now })
  return {
    ...aboutOf(warning), community: communityCard(community, now), groupBuys: warning.products.map(p => ({ id: p.groupBuyId, title: p.groupBuyTitle })), mine: mine.map(m => m.line),
    acknowledged: mine.length > 0 && mine.every(m => m.household !== null && m.household.reach.acknowledgedAt !== null),
  }
}
