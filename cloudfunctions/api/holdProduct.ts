import type { UseCase } from '../lib/door'
import { markGroupBuys } from '../lib/tellWarning'
import { ledWarning, stepOn } from '../lib/warnings'
import { warningView } from '../lib/warningView'

/** Stops handing the product out while it is warned of, or lets it go again: a new batch came, say. */
export const holdProduct: UseCase<'holdProduct'> = async (caller, { warningId, hold, words }, now) => {
  const { person, warning } = await ledWarning(caller, warningId)
  const after = await stepOn(warning, hold ? { type: 'hold' } : { type: 'release', words }, caller, now, false)
  await markGroupBuys(after, after.products)
  return warningView(after, person, 0)
}
