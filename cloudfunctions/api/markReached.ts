import { Refused, refuse } from '../../domain/contract/refusal'
import { markHousehold } from '../../domain/hazard/decide'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { ledWarning, putDown, type WarnedHousehold } from '../lib/warnings'
import { warningView } from '../lib/warningView'

/** Ticks a household off the call list, puts down that nobody answered, or takes either back. */
export const markReached: UseCase<'markReached'> = async (caller, { warningId, householdId, mark }, now) => {
  const [{ person, warning }, household] = await Promise.all([ledWarning(caller, warningId), findById<WarnedHousehold>('warnedHouseholds', householdId)])
  if (household?.warningId !== warningId) refuse('NOT_FOUND', '找不到这一户', 'householdId')
  await putDown(household, reach => {
    const decided = markHousehold(warning.state, reach, mark, { now, by: { party: 'leader', personId: caller.personId } })
    if ('refusal' in decided) throw new Refused(decided.refusal)
    return decided.events
  })
  return warningView(warning, person, 0)
}
