import type { Acknowledged } from './load'
import type { Accepts } from './phone'
import { otherWaysOf, type OtherWays } from './otherWaysTally'
import { keyOf, owedBy } from './owedPlainly'
import type { Cast, CreditRecord, MessageRecord, NoticeRecord, Records } from './records'

/** The ledger keeps its latest lines only. */
const LINES_KEPT = 100

/** What came of it all. Lists name what is wrong; figures are for people. */
export interface Tally {
  steps: { acknowledged: number; lost: string[] }
  notices: { owed: number; inInbox: number; doubled: string[]; lost: string[]; unowed: string[] }
  /** `answers`: how often WeChat answered what, as far as it was written down. */
  copies: { taken: number; sent: number; unknown: number; bundled: number; answers: Record<string, number>; doubled: string[]; missing: string[]; repeated: string[]; left: string[] }
  otherWays: OtherWays
  credits: { ledgers: number; wrong: string[] }
  reminders: { said: number; doubled: string[] }
  /** Cases whose `noticesDueAt` was never cleared, joint decisions that never ended. */
  unfinished: string[]
}

/** Holds what is on record against what was answered, and against itself. */
export function tallyOf(records: Records, cast: Cast, acknowledged: readonly Acknowledged[], joint: readonly string[], accepts: ReadonlyMap<string, Accepts>): Tally {
  return {
    steps: steps(records, acknowledged, joint),
    notices: notices(records, cast),
    copies: copies(records, cast),
    otherWays: otherWaysOf(records, cast),
    credits: { ledgers: records.credits.length, wrong: records.credits.flatMap(c => creditTrouble(c, records, cast, accepts.get(c._id))) },
    reminders: reminders(records),
    unfinished: [
      ...records.cases.filter(c => c.noticesDueAt !== null).map(c => `case ${c._id}: noticesDueAt ${c.noticesDueAt}`),
      ...records.joint.filter(d => d.phase !== 'done').map(d => `joint decision ${d._id}: ${d.phase}`),
    ],
  }
}

/** The lists that must be empty. */
export function wrongIn({ steps: s, notices: n, copies: c, otherWays: o, credits, reminders: r, unfinished }: Tally): Record<string, string[]> {
  const all = {
    'steps lost': s.lost, 'notices doubled': n.doubled, 'notices lost': n.lost, 'notices nobody was owed': n.unowed,
    'copies doubled': c.doubled, 'copies said to be sent and not with WeChat': c.missing, 'copies sent again after nobody knew': c.repeated, 'copies left': c.left,
    'other ways: lost': o.lost, 'other ways: nobody was owed': o.unowed, 'other ways: doubled': o.doubled, 'other ways: said to be sent and not with the service': o.missing, 'other ways: sent again after nobody knew': o.repeated,
    'other ways: not written down': o.unrecorded, 'other ways: left': o.left, 'a robot asked too often': o.tooOften, 'a way asked that was set aside': o.inVain, 'not told that a way works no more': o.untold,
    'credits wrong': credits.wrong, 'reminders doubled': r.doubled, unfinished,
  }
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0))
}

function steps({ cases, joint: decisions }: Records, acknowledged: readonly Acknowledged[], joint: readonly string[]): Tally['steps'] {
  const commands = new Map(cases.map(c => [c._id, new Set(c.events.map(e => e.command))]))
  const lost = acknowledged.filter(a => (a.type === 'file' ? !commands.has(a.caseId) : !commands.get(a.caseId)?.has(a.command))).map(a => `${a.type} ${a.command} of case ${a.caseId}`)
  const lostJoint = joint.flatMap(id => {
    const found = decisions.find(d => d._id === id)
    const results = new Set([...found?.results ?? [], ...found?.undone ?? []].map(r => r.caseId))
    return found ? found.cases.filter(c => !results.has(c.caseId)).map(c => `joint decision ${id}: case ${c.caseId} was forgotten`) : [`joint decision ${id}`]
  })
  const doubled = cases.flatMap(c => repeatedIn(c.events.filter(e => e.by.party !== 'system').map(e => `${e.command} ${e.type}`)).map(twice => `case ${c._id}: ${twice} happened twice`))
  return { acknowledged: acknowledged.length + joint.length, lost: [...lost, ...lostJoint, ...doubled] }
}

function notices(records: Records, cast: Cast): Tally['notices'] {
  const owed = records.cases.flatMap(c => owedBy(c, cast)).map(o => o.key)
  // What is about no case (that WeChat takes no messages, say) is owed by no event.
  const inInbox = records.notices.filter(n => n.caseId !== '').map(n => keyOf(n.caseId, Number(n._id.slice(n.caseId.length).split(':')[1]), n.as, n.personId))
  const [there, expected] = [new Set(inInbox), new Set(owed)]
  return { owed: owed.length, inInbox: inInbox.length, doubled: repeatedIn(inInbox), lost: owed.filter(key => !there.has(key)), unowed: inInbox.filter(key => !expected.has(key)) }
}

/**
 * Each message that WeChat took is the copy of one notice: by the id that WeChat gave it, else by what it says, else (its wording was replaced, or it spoke of
 * several, and the answer was lost) by person, template and case. What is left over went out twice.
 */
function copies({ notices: all, messages }: Records, cast: Cast): Tally['copies'] {
  const mayHave = (n: NoticeRecord) => ['sent', 'delivered', 'unknown'].includes(n.copy)
  const open = new Map<string, NoticeRecord[]>()
  for (const notice of all.filter(mayHave)) {
    const key = `${cast.openids.get(notice.personId)} ${cast.templates.get(notice.template ?? '')}`
    open.set(key, [...open.get(key) ?? [], notice])
  }
  const take = (message: MessageRecord, fits: (notice: NoticeRecord) => boolean): boolean => {
    const here = open.get(`${message.openid} ${message.templateId}`) ?? []
    const at = here.findIndex(fits)
    if (at < 0) return false
    here.splice(at, 1)
    return true
  }
  const values = (data: MessageRecord['data']) => JSON.stringify(Object.entries(data).map(([k, v]) => [k, v.value]).sort())
  const said = (notice: NoticeRecord) => JSON.stringify(Object.entries(notice.data).sort())
  let left = messages.filter(m => !take(m, n => n.msgId === String(m.id)))
  left = left.filter(m => !take(m, n => (n.msgId ?? '') === '' && said(n) === values(m.data)))
  left = left.filter(m => !take(m, n => (n.msgId ?? '') === '' && n.copy === 'unknown' && numberIn(n.data) === numberIn(Object.fromEntries(Object.entries(m.data).map(([k, v]) => [k, v.value])))))
  const went = new Set(all.filter(mayHave).map(n => n._id))
  const missing = [...open.values()].flat().filter(n => n.copy !== 'unknown')
  const answersTo = (n: NoticeRecord) => n.attempts?.map(a => a.answer) ?? []
  const answers: Record<string, number> = {}
  for (const answer of all.flatMap(answersTo)) answers[answer] = (answers[answer] ?? 0) + 1
  return {
    taken: messages.length, sent: all.filter(n => n.copy === 'sent' || n.copy === 'delivered').length, unknown: all.filter(n => n.copy === 'unknown').length, bundled: all.filter(n => n.copy === 'bundled').length, answers,
    doubled: left.map(m => `message ${m.id} to ${m.openid}: ${values(m.data)}`),
    missing: missing.map(n => n._id),
    repeated: all.filter(n => answersTo(n).some((answer, at) => (answer === 'ok' || answer === 'lost') && at < answersTo(n).length - 1)).map(n => `${n._id}: ${answersTo(n).join(', ')}`),
    left: [
      ...all.filter(n => n.copy === 'due' || n.copy === 'sending').map(n => `${n._id}: ${n.copy}`),
      ...all.filter(n => n.copy === 'bundled' && !went.has(n.goesWith ?? '')).map(n => `${n._id}: bundled with ${n.goesWith}, which did not go`),
    ],
  }
}

/** The number of the case that a message is about; of one about several, of the one it goes by: `1F2E3D4C +3`. */
function numberIn(data: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(data).find(([field]) => field.startsWith('character_string'))?.[1].split(' ')[0]
}

/**
 * Never below nothing; no more than was allowed less what went out; no less than that less what may have gone out, unless WeChat has said that none is left.
 * Where every line is still there, exactly what the lines come to.
 */
function creditTrouble({ _id, personId, templateId, left, entries }: CreditRecord, { notices: all }: Records, cast: Cast, allowed: Accepts | undefined): string[] {
  const own = all.filter(n => n.personId === personId && cast.templates.get(n.template ?? '') === templateId)
  const sent = own.filter(n => n.copy === 'sent' || n.copy === 'delivered').length
  const unknown = own.filter(n => n.copy === 'unknown').length
  const [most, least] = [(allowed?.tried ?? 0) - sent, (allowed?.recorded ?? 0) - sent - unknown]
  const count = (kind: string) => entries.filter(e => e.kind === kind).length
  const emptied = own.some(n => n.attempts?.some(a => a.answer === '43101')) || count('emptied') > 0
  const lines = Math.max(count('asked'), count('pushed')) - count('sent') + count('returned')
  return [
    ...(left < 0 || !Number.isInteger(left) ? [`${_id}: ${left} left`] : []),
    ...(left > most ? [`${_id}: ${left} left, of ${allowed?.tried ?? 0} allowed ${sent} are used`] : []),
    ...(!emptied && left < least ? [`${_id}: ${left} left, though of ${allowed?.recorded ?? 0} allowed at most ${sent + unknown} are used`] : []),
    ...(!emptied && entries.length < LINES_KEPT && left !== lines ? [`${_id}: ${left} left, its lines come to ${lines}`] : []),
    ...repeatedIn(entries.map(e => e.id)).map(id => `${_id}: ${id} counted twice`),
  ]
}

/** What the clock says to a case is said once: the same promise, the same stretch of it, the same number. */
function reminders({ cases }: Records): Tally['reminders'] {
  const said = cases.flatMap(c => c.events.filter(e => e.type === 'Reminded' || e.type === 'Escalated').map(e => `case ${c._id}: ${e.type} ${String(e['clock'])} since ${String(e['since'])} ${String(e['nth'] ?? '')} ${String(e['party'] ?? e['takes'] ?? '')}`))
  const ends = cases.flatMap(c => repeatedIn(c.events.filter(e => e.type === 'Closed').map(() => `case ${c._id}: closed`)))
  return { said: said.length, doubled: [...repeatedIn(said), ...ends] }
}

function repeatedIn(list: readonly string[]): string[] {
  const seen = new Set<string>()
  return list.filter(one => seen.has(one) || !seen.add(one))
}
