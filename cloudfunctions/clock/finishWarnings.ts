import { _, db } from '../lib/database'
import { tellWarning } from '../lib/tellWarning'
import type { WarningDocument } from '../lib/warnings'

/**
 * Tells whoever a warning has not reached yet: its phone went away, its function died midway, or somebody came since: a new import, a new neighbour.
 * @returns how many warnings are told to the last household now
 */
export async function finishWarnings(now: number): Promise<number> {
  const { data } = await db.collection('warnings').where({ toTell: _.and([_.gt(0), _.lte(now)]) }).orderBy('toTell', 'asc').field({ _id: true }).limit(20).get()
  let finished = 0
  for (const { _id } of data as Pick<WarningDocument, '_id'>[]) {
    try {
      if ((await tellWarning(_id)).toTell === null) finished += 1
    } catch (error) {
      // One that cannot be told must not keep the others waiting.
      console.error(`warning ${_id}`, error)
    }
  }
  return finished
}
