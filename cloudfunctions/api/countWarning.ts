import { refuse } from '../../domain/contract/refusal'
import { mayCount } from '../../domain/hazard/mayWarn'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import type { WarningDocument } from '../lib/warnings'
import { warningCounts } from '../lib/warningView'

/** How many households know, for a supplier of the goods: no name is in it. */
export const countWarning: UseCase<'countWarning'> = async (caller, { warningId }) => {
  const [person, warning] = await Promise.all([loadPerson(caller), findById<WarningDocument>('warnings', warningId)])
  if (!warning || !mayCount(person, warning)) refuse('NOT_FOUND', '找不到这个提醒', 'warningId')
  return warningCounts(warning)
}
