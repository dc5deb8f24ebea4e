import { refuse } from '../../domain/contract/refusal'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { forgetDecision } from '../lib/incidents'
import { doPortion, ownDecision, togetherView } from '../lib/jointDecisions'

/** Takes back a whole joint decision before it is in effect. What is not decided yet will not be; the rest is taken back case by case. */
export const undoTogether: UseCase<'undoTogether'> = async (caller, { decisionId }, now) => {
  const decision = await ownDecision(caller, decisionId)
  if (decision.undoneAt === null) {
    const inTime = decision.effectiveAt > now && await updateOne('jointDecisions', { _id: decisionId, undoneAt: null, effectiveAt: _.gt(now) }, { undoneAt: now, phase: 'undoing' })
    if (!inTime) refuse('UNDO_TOO_LATE', '已经生效，邻居们也收到了，撤不回来了', 'decisionId')
  }
  if (decision.about) await forgetDecision(decisionId, decision.about)
  return togetherView(await doPortion(decisionId, now), now)
}
