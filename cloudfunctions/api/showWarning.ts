import type { UseCase } from '../lib/door'
import { ledWarning } from '../lib/warnings'
import { warningView } from '../lib/warningView'

/** How far a warning is, with a page of its call list: who does not know stands first. */
export const showWarning: UseCase<'showWarning'> = async (caller, { warningId, from }) => {
  const { person, warning } = await ledWarning(caller, warningId)
  return warningView(warning, person, from)
}
