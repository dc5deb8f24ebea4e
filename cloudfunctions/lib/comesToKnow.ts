import type { OwnWay } from '../../domain/case/events'
import { cameToKnow } from '../../domain/case/knows'
import { loadCaseAround, type Surroundings } from './caseMoney'
import { momentFor, saveCase, type CaseDocument } from './cases'
import { _, db } from './database'

/** Others may act on the same case at the same moment. */
const TRIES = 5

/**
 * Writes down that a resident came to know of what happened up to `newest`: their time to answer runs from it.
 * @returns the case as it stands now
 */
export async function comesToKnow({ stored, around }: { stored: CaseDocument; around: Surroundings }, how: OwnWay, newest: number, now: number): Promise<CaseDocument> {
  let found: { stored: CaseDocument; around: Surroundings } | null = { stored, around }
  let last = stored
  for (let tried = 0; found && tried < TRIES; tried++) {
    last = found.stored
    const event = cameToKnow(last.state, how, newest, momentFor(last, now))
    if (!event) return last
    const saved = await saveCase(last, [event], found.around)
    if (saved) return saved
    found = await loadCaseAround(last._id)
  }
  return last
}

/** The same for one case that is not at hand. */
export async function caseIsKnown(caseId: string, how: OwnWay, newest: number, now: number): Promise<void> {
  const found = await loadCaseAround(caseId)
  if (found) await comesToKnow(found, how, newest, now)
}

/** The same for those of one's own cases whose messages were read. `newest`: by case, when the newest that they told happened, ms */
export async function areKnown(residentId: string, newest: ReadonlyMap<string, number>, now: number): Promise<void> {
  if (newest.size === 0) return
  const { data } = await db.collection('cases').where({ _id: _.in([...newest.keys()]), residentId, toTell: _.gt(0) }).field({ _id: true }).limit(newest.size).get()
  await Promise.all((data as { _id: string }[]).map(({ _id }) => caseIsKnown(_id, 'opened', newest.get(_id) ?? 0, now)))
}
