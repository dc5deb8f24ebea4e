import type { Case } from '../../domain/case/case'
import { decide } from '../../domain/case/decide'
import { pendingAt } from '../../domain/case/effect'
import { agendaOf, type ClockAct } from '../../domain/clock/agenda'
import { CLOCK, clockEvent, commandOf } from '../../domain/clock/byClock'
import { officialCalendar, type Calendar } from '../../domain/clock/calendar'
import type { Clocks } from '../../domain/clock/due'
import type { Community } from '../../domain/orders/order'
import { leadersOf } from '../../domain/people/team'
import { BESIDE_CASE, caseMoney, loadCaseMoney, lookedAt, saveWithMoney, withLeftNow, type CaseMoney } from '../lib/caseMoney'
import { caseOf, dueBy, momentFor, saveCase, type CaseDocument } from '../lib/cases'
import { _, findById, updateOne } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import { readEach } from '../lib/oneRequest'
import { tellWhoRuns } from '../lib/tellWhoRuns'
import { undoWindow } from '../lib/undoWindow'

/** Cases read at a time, each with what is around it. */
const PORTION = 50
/** A function lives at most 60 s [wechat]; what is left is due at the next minute still. ms */
const LONGEST = 40_000
/** Others may act on the same case at the same moment. */
const TRIES = 5
/** Far more than can come due on one case at once, even where a week was missed. */
const MOST_ACTS = 20

/** What was done, by what it is. */
export type Swept = Partial<Record<ClockAct['does'] | 'failed', number>>

/**
 * Does on each case whose time has come what the clock does by itself: reminds, nudges, escalates, lapses, takes a question back. Reads only what is due. Each thing
 * stands in the case's history under a name made of what it is, written against the version it was decided on: two sweeps at once, or one that died midway, do
 * it once; hours that were missed are made up for by the latest of what repeats.
 */
export async function sweepDue(now: number): Promise<Swept> {
  const swept: Swept = {}
  const failed = new Set<string>()
  for (;;) {
    const due = await readEach<CaseDocument, typeof BESIDE_CASE>('cases', { clockDueAt: _.and([_.gt(0), _.lte(now)]), ...(failed.size > 0 ? { _id: _.nin([...failed]) } : {}) }, PORTION, BESIDE_CASE, { clockDueAt: 1 })
    for (const found of due) {
      const id = found.document._id
      try {
        await sweepCase(caseMoney(found), now, swept)
      } catch (error) {
        // One that cannot be worked out must not keep the others waiting; it is due at the next minute still.
        failed.add(id)
        swept.failed = (swept.failed ?? 0) + 1
        console.error(`case ${id}`, error)
      }
    }
    if (due.length < PORTION || Date.now() > now + LONGEST) return swept
  }
}

async function sweepCase(first: CaseMoney, now: number, swept: Swept): Promise<void> {
  let money: CaseMoney | null = first
  let lost = 0
  for (let acts = 0; money && acts < MOST_ACTS;) {
    const { stored } = money
    const act = nextAct(money, now)
    if (act === null) await sayAloud(money, now)
    const saved: CaseDocument | null | 'refused' = act === null ? null : await carryOut(money, act, now)
    if (act !== null && saved !== null && saved !== 'refused') {
      swept[act.does] = (swept[act.does] ?? 0) + 1
      money = { ...money, stored: saved }
      acts += 1
      continue
    }
    // Nothing is due any more, or what is cannot be done now: then it says when to look again.
    if (saved === 'refused' || act === null) {
      const { clockDueAt, ...dues } = dueBy(caseOf(stored), now, money.around)
      const later = saved === 'refused' ? now + AGAIN : clockDueAt
      if (await updateOne('cases', { _id: stored._id, version: stored.version }, { ...dues, clockDueAt: later ?? null })) return
    }
    // Somebody was faster.
    lost += 1
    if (lost >= TRIES) return
    money = await loadCaseMoney(stored._id)
  }
}

/** What the rules refuse now is looked at again a little later: an order may be busy, a decision may yet fall. ms */
const AGAIN = 5 * 60_000

/** The first thing that is due; null where nothing is, and where the newest decision may still be taken back. */
function nextAct(money: CaseMoney, now: number): Exclude<ClockAct, { does: 'lookAgain' }> | null {
  const c: Case = lookedAt(caseOf(money.stored), money.around)
  if (pendingAt(c.state, momentFor(money.stored, now))) return null
  return agendaOf(c, money.around.clocks, now).find((a): a is Exclude<ClockAct, { does: 'lookAgain' }> => a.at <= now && a.does !== 'lookAgain') ?? null
}

/** A promise of which nobody can say until when is said each day, until somebody brings the calendar up to date, or the hours. */
async function sayAloud({ stored, around }: CaseMoney, now: number): Promise<void> {
  const uncounted = (clocks: Clocks) => agendaOf(lookedAt(caseOf(stored), { ...around, clocks }), clocks, now).filter(a => a.does === 'lookAgain')
  const unknown = uncounted(around.clocks)
  if (unknown.length === 0) return
  const community = await findById<Community>('communities', stored.communityId)
  const leaders = async () => (community ? leadersOf(community) : [])
  const which = `case ${stored._id}: nobody can say until when ${unknown.map(a => a.clock).join(', ')}`
  if (uncounted({ ...around.clocks, calendar: everyYear }).length > 0) {
    console.error(`${which}: the hours of community ${stored.communityId} are too short for it`)
    await tellWhoRuns({ key: `hours:${stored.communityId}`, title: '有的时间算不出来', body: `「${community?.name ?? ''}」有人管的时间太短，有的事说好的时间，两年多也到不了，说不准要在什么时候前办。请团长把有人管的时间改长一些` }, leaders, now)
    return
  }
  console.error(`${which}: the official calendar of that year is missing, update chinese-days`)
  await tellWhoRuns({ key: 'calendar', title: '有的时间算不出来', body: '还没有放进那一年的放假安排，有的案子说不准要在什么时候前办。请更新 chinese-days，再发布一次' }, leaders, now)
}

/** As if no year that is not announced had any holidays: what cannot be counted by this hangs on no calendar. Good for nothing else. */
const everyYear: Calendar = year => officialCalendar(year) ?? { holidays: new Set(), makeUps: new Set() }

async function carryOut(money: CaseMoney, act: Exclude<ClockAct, { does: 'lookAgain' }>, now: number): Promise<CaseDocument | null | 'refused'> {
  const { stored } = money
  const moment = momentFor(stored, now)
  if (act.does !== 'lapse') {
    if (stored.events.some(e => e.command === commandOf(act))) throw new Error(`case ${stored._id}: ${commandOf(act)} was done already`)
    return saveCase(stored, [clockEvent(act, moment)], money.around)
  }
  const decision = decide(withLeftNow(money), { type: 'lapse' }, { now: moment, by: CLOCK, commandId: deriveId('lapse', stored._id, String(stored.version)), seen: stored.version, undoWindow: undoWindow() })
  if ('refusal' in decision || decision.events.length === 0) return 'refused'
  return saveWithMoney(money, decision.events)
}
