import { fromShanghai } from '../../domain/clock/shanghai'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import type { Notice } from '../../domain/notice/notice'
import type { House, Someone } from './openHouse'

/** `2026-09-24`, `10:00` in Shanghai as an instant. ms */
export function at(day: string, time: string): number {
  const ms = fromShanghai(`${day} ${time}`)
  if (ms === null) throw new Error(`${day} ${time} is no time`)
  return ms
}

/** A house whose days are moved by, and what the clock left in it. */
export function movedDays(house: House) {
  const now = async () => (await house.cloud.moveTime(0)).now
  const goTo = async (day: string, time: string) => { await house.cloud.moveTime(at(day, time) - await now()) }
  const pass = (ms: number) => house.cloud.moveTime(ms)
  const swept = async () => (await house.clock()).swept
  const documentOf = async (caseId: string): Promise<CaseDocument> => {
    const { data: [found] } = await house.db.collection('cases').where({ _id: caseId }).limit(1).get() as { data: CaseDocument[] }
    if (!found) throw new Error(`no case ${caseId}`)
    return found
  }
  /** The ids of what was done to it, by kind. */
  const commands = async (caseId: string, type: string) => (await documentOf(caseId)).events.filter(e => e.type === type).map(e => e.command)
  const noticesTo = async (who: Someone, as: string): Promise<Notice[]> => {
    const { personId } = await who.call('whoAmI', {})
    const { data } = await house.db.collection('notices').where({ personId, as }).limit(1000).get() as { data: Notice[] }
    return data
  }
  /** What somebody hears of all that is late together, in the order of time. */
  const digests = async (who: Someone, as: 'leader' | 'operator' | 'supplier') => (await noticesTo(who, as)).filter(n => n._id.startsWith('nudge:')).sort((a, b) => a.at - b.at)
  return { now, goTo, pass, swept, documentOf, commands, noticesTo, digests }
}

export type MovedDays = ReturnType<typeof movedDays>
