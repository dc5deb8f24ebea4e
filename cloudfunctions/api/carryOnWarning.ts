import type { UseCase } from '../lib/door'
import { tellWarning } from '../lib/tellWarning'
import { ledWarning } from '../lib/warnings'
import { warningView } from '../lib/warningView'

/** Tells who is not told yet; when everybody is, it changes nothing. */
export const carryOnWarning: UseCase<'carryOnWarning'> = async (caller, { warningId }) => {
  const { person } = await ledWarning(caller, warningId)
  return warningView(await tellWarning(warningId), person, 0)
}
