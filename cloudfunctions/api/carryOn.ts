import type { UseCase } from '../lib/door'
import { doPortion, ownDecision, togetherView } from '../lib/jointDecisions'

/** The next portion of a joint decision, for the person who gave it. */
export const carryOn: UseCase<'carryOn'> = async (caller, { decisionId }, now) => {
  await ownDecision(caller, decisionId)
  return togetherView(await doPortion(decisionId, now), now)
}
