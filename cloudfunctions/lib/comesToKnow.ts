import type { OwnWay } from '../../domain/case/events'
import { pendingAt } from '../../domain/case/effect'
import { cameToKnow, wasNotTold } from '../../domain/case/knows'
import type { Notice } from '../../domain/notice/notice'
import { loadCaseAround, type Surroundings } from './caseMoney'
import { momentFor, saveCase, type CaseDocument } from './cases'
import { _, db } from './database'

/** Others may act on the same case at the same moment. */
const TRIES = 5

/**
 * Writes down that a resident came to know of what happened up to `newest`: their time to answer runs from it.
 * @param copy the notice whose copy told them, as long as it may turn out not to have arrived
 * @returns the case as it stands now
 */
export async function comesToKnow({ stored, around }: { stored: CaseDocument; around: Surroundings }, how: OwnWay, newest: number, now: number, copy?: string): Promise<CaseDocument> {
  let found: { stored: CaseDocument; around: Surroundings } | null = { stored, around }
  let last = stored
  for (let tried = 0; found && tried < TRIES; tried++) {
    last = found.stored
    const event = cameToKnow(last.state, how, newest, momentFor(last, now), copy)
    if (!event) return last
    const saved = await saveCase(last, [event], found.around)
    if (saved) return saved
    found = await loadCaseAround(last._id)
  }
  return last
}

/** The same for one case that is not at hand. */
export async function caseIsKnown(caseId: string, how: OwnWay, newest: number, now: number, copy?: string): Promise<void> {
  const found = await loadCaseAround(caseId)
  if (found) await comesToKnow(found, how, newest, now, copy)
}

/**
 * Takes back that a resident was told of their case, where nothing told them but a copy that did not arrive: neither did they open the case, nor read of it in the app,
 * nor did anybody else tell them. Done again it changes nothing.
 * @returns false where it has to be done later: a decision on the case can still be taken back, or others were faster time and again
 */
export async function copyDidNotArrive(notice: Pick<Notice, '_id' | 'caseId' | 'personId'>, now: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await loadCaseAround(notice.caseId)
    if (!found) return true
    const { stored, around } = found
    const moment = momentFor(stored, now)
    const event = wasNotTold(stored.state, notice._id, moment)
    if (!event || await newestRead(notice) >= toldOf(stored, notice._id)) return true
    if (pendingAt(stored.state, moment)) return false
    if (!await saveCase(stored, [event], around)) continue
    // Whoever read of it in the meantime found a case that had nothing to tell them.
    const read = await newestRead(notice)
    // And a message that arrived since told nobody anything either, as long as this one counted: it was about what they knew.
    const arrived = read > 0 ? 0 : await newestWhere(notice, { copy: 'delivered' })
    if (read > 0) await caseIsKnown(notice.caseId, 'opened', read, now)
    else if (arrived > 0) await caseIsKnown(notice.caseId, 'wechat', arrived, now)
    return true
  }
  return false
}

/** Since when what a copy told had not been told. ms */
function toldOf({ state: { told = [] } }: CaseDocument, copy: string): number {
  return told.find(t => t.byCopy?.notice === copy)?.byCopy?.toTell ?? Infinity
}

/** When the newest happened of what this resident read of the case in the app; 0: they read nothing. ms */
async function newestRead(notice: Pick<Notice, 'caseId' | 'personId'>): Promise<number> {
  return newestWhere(notice, { readAt: _.gt(0) })
}

async function newestWhere({ caseId, personId }: Pick<Notice, 'caseId' | 'personId'>, query: object): Promise<number> {
  const { data } = await db.collection('notices').where({ caseId, personId, as: 'resident', ...query }).orderBy('at', 'desc').limit(1).field({ at: true }).get()
  return (data as Pick<Notice, 'at'>[])[0]?.at ?? 0
}

/** The same for those of one's own cases whose messages were read. `newest`: by case, when the newest that they told happened, ms */
export async function areKnown(residentId: string, newest: ReadonlyMap<string, number>, now: number): Promise<void> {
  if (newest.size === 0) return
  const { data } = await db.collection('cases').where({ _id: _.in([...newest.keys()]), residentId, toTell: _.gt(0) }).field({ _id: true }).limit(newest.size).get()
  await Promise.all((data as { _id: string }[]).map(({ _id }) => caseIsKnown(_id, 'opened', newest.get(_id) ?? 0, now)))
}
