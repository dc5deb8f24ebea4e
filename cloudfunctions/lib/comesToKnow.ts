import type { OwnWay } from '../../domain/case/events'
import { cameToKnow } from '../../domain/case/knows'
import { loadCaseAround, type Surroundings } from './caseMoney'
import { momentFor, saveCase, type CaseDocument } from './cases'
import { _, db, MOST_DOCUMENTS } from './database'

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

/** The same for all of one's own cases that have news up to then: who reads the messages knows of them. */
export async function allAreKnown(residentId: string, newest: number, now: number): Promise<void> {
  const { data } = await db.collection('cases').where({ residentId, toTell: _.and([_.gt(0), _.lte(newest)]) }).field({ _id: true }).limit(MOST_DOCUMENTS).get()
  await Promise.all((data as { _id: string }[]).map(({ _id }) => caseIsKnown(_id, 'opened', newest, now)))
}
