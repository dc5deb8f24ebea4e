import { pendingAt } from '../../domain/case/effect'
import { replay } from '../../domain/case/evolve'
import { warningStartedIn } from '../../domain/notice/hazard'
import { isToAct, kindOfTemplate } from '../../domain/notice/kinds'
import { nudgedIn } from '../../domain/notice/nudge'
import type { Notice } from '../../domain/notice/notice'
import { stillToDo } from '../../domain/notice/stillTrue'
import type { CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import type { WarningDocument } from '../lib/warnings'
import { waitingFor } from './waitingFor'

/** Documents read in one question: cases carry their whole history. */
const AT_ONCE = 100

/**
 * Whether what a notice says is true at this moment: `past` where somebody decided what it asks for, or the danger is over; a time where it has to be looked
 * at again then, because a decision may yet be taken back; `broken` where it cannot be worked out.
 */
export type Time = 'now' | 'past' | 'broken' | number

/** The same for many notices, in few reads. What merely told what happened stays true. @returns by the notice's id */
export async function timesOf(notices: readonly Notice[], now: number): Promise<Map<string, Time>> {
  const done = new Set<string>()
  // All that somebody was nudged about may be done by now.
  for (const { _id } of notices) {
    const nudged = nudgedIn(_id)
    if (nudged && (await waitingFor(nudged.as, nudged.personId, now)).total === 0) done.add(_id)
  }
  const asking = notices.filter(n => seqOf(n) !== null)
  const warned = notices.flatMap(({ _id }) => warningStartedIn(_id) ?? [])
  const [cases, warnings] = await Promise.all([byIds<CaseDocument>('cases', asking.map(n => n.caseId)), byIds<WarningDocument>('warnings', warned)])
  return new Map(notices.map(notice => [notice._id, done.has(notice._id) ? 'past' : timeOf(notice, now, cases, warnings)]))
}

function timeOf(notice: Notice, now: number, cases: ReadonlyMap<string, CaseDocument>, warnings: ReadonlyMap<string, WarningDocument>): Time {
  try {
    const warningId = warningStartedIn(notice._id)
    if (warningId !== null) return warnings.get(warningId)?.state.state === 'lifted' ? 'past' : 'now'
    const seq = seqOf(notice)
    if (seq === null) return 'now'
    const document = cases.get(notice.caseId)
    if (!document) return 'past'
    if (document.state.hiddenFrom?.includes(notice.personId)) return 'past'
    const pending = pendingAt(document.state, now)
    if (pending) return pending.until
    return stillToDo(replay(document.events.slice(0, seq + 1)).state, document.state, notice.as) ? 'now' : 'past'
  } catch (error) {
    // One that nobody understands must not keep the others waiting.
    console.error(`what notice ${notice._id} says`, error)
    return 'broken'
  }
}

/** Which event of its case a notice asks somebody to act on; null where it asks for nothing. */
function seqOf({ _id, caseId, kind, template }: Notice): number | null {
  const seq = Number(_id.slice(caseId.length).split(':')[1])
  return isToAct(kind ?? kindOfTemplate(template)) && caseId !== '' && Number.isInteger(seq) ? seq : null
}

async function byIds<T extends { _id: string }>(collection: string, ids: readonly string[]): Promise<Map<string, T>> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, T>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const { data } = await db.collection(collection).where({ _id: _.in(wanted.slice(from, from + AT_ONCE)) }).limit(AT_ONCE).get()
    for (const document of data as T[]) found.set(document._id, document)
  }
  return found
}
