import type { UseCase } from '../lib/door'
import { tellWarning } from '../lib/tellWarning'
import { ledWarning, stepOn } from '../lib/warnings'
import { warningView } from '../lib/warningView'

/** It is over: whoever was warned is told so, the product may go out again, the record stays. */
export const liftWarning: UseCase<'liftWarning'> = async (caller, { warningId, words }, now) => {
  const { person, warning } = await ledWarning(caller, warningId)
  const lifted = await stepOn(warning, { type: 'lift', words }, caller, now, true)
  return warningView(await tellWarning(lifted._id), person, 0)
}
