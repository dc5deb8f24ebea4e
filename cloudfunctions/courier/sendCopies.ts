import { bundlesOf, casesIn, countedIn, isUrgent, messageOf, MOST_IN_ONE, withoutTemplate, type Bundle } from '../../domain/notice/bundles'
import { kindOfTemplate } from '../../domain/notice/kinds'
import type { Attempt, CopyState, Notice } from '../../domain/notice/notice'
import { isWanted, type NoticeSettings } from '../../domain/notice/settings'
import { templateId as idOf, type TemplateKey } from '../../domain/notice/templates'
import type { Person } from '../../domain/people/person'
import { caseIsKnown } from '../lib/comesToKnow'
import { emptyCredits, returnCredit, takeCredit } from '../lib/credits'
import { _, db, updateOne } from '../lib/database'
import { settingsOf } from '../lib/noticeSettings'
import { loadPerson } from '../lib/people'
import { gatheredFor } from '../lib/rhythm'
import { stoppedTemplates, stopTemplate } from '../lib/stoppedTemplates'
import { alarm } from './alarm'
import { dangersFirst } from './dangersFirst'
import { gatherUntil } from './gatherUntil'
import { quietFor } from './quietFor'
import { alarmOf, isOfTemplate, meaningOf, repaired } from './sendErrors'
import { sendMessage, type Message, type SendAnswer } from './sendMessage'
import { timesOf } from './timeOf'

/** Copies looked at in one run; what is left waits a minute. */
const MOST_COPIES = 100
/** People who are told at the same time: somebody to whom WeChat is slow holds up nobody else. */
const AT_ONCE = 5
/** A function lives at most 60 s [wechat], and a call to WeChat that began may take some of it. ms */
const LONGEST = 40_000
/** A copy that is `sending` for longer was left behind by a function that died. ms */
const LEFT_BEHIND = 120_000
/** Nothing was sent, so it may be tried again, a little later each time. ms */
const BACK_OFF = [60_000, 300_000, 1_800_000]
/** With WeChat, or perhaps with WeChat: what comes next of the kind is gathered. */
const WENT: CopyState[] = ['sending', 'sent', 'delivered', 'unknown']
/** Far more than go to one person while messages are gathered. */
const MOST_WENT = 100

/** What one run knows beside the notices. */
interface Run { now: number; stopped: Set<string>; settings: (personId: string) => NoticeSettings; count: (outcome: string, by?: number) => void }

/**
 * Sends WeChat's copy of each notice, at most once: WeChat's send cannot be repeated safely, so `sending` is written and the credit taken
 * before the call, and a `sending` found after a crash becomes `unknown` and is never sent again. One at a time per person; nothing at night, nothing that
 * became untrue, nothing that is not wanted; what can be said in one message is ([how](../../docs/decisions/0030-when-and-how-often-people-are-told.md)).
 */
export async function sendCopies(now: number): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  const count = (outcome: string, by = 1) => { if (by > 0) outcomes[outcome] = (outcomes[outcome] ?? 0) + by }
  const left = await db.collection('notices').where({ copy: 'sending', copyAt: _.lt(now - LEFT_BEHIND) }).update({ copy: 'unknown' })
  count('unknown', left.updated ?? 0)
  const due = await dangersFirst<Notice>(MOST_COPIES, async only => (await db.collection('notices').where({ ...dueAt(now), ...only }).orderBy('copyAt', 'asc').limit(MOST_COPIES).get()).data as Notice[])
  if (due.length === 0) return outcomes
  const [stopped, settings] = await Promise.all([stoppedTemplates(now), settingsOf([...new Set(due.map(n => n.personId))])])
  const run: Run = { now, stopped, settings, count }
  // Nobody's danger waits until somebody else was told of something else.
  await sendEach(due.filter(isUrgent), false, run)
  await sendEach(due.filter(n => !isUrgent(n)), due.length >= MOST_COPIES, run)
  return outcomes
}

/** Some people at a time. `mayBeMore`: there may be copies that were not found. */
async function sendEach(copies: readonly Notice[], mayBeMore: boolean, run: Run): Promise<void> {
  const byPerson = new Map<string, Notice[]>()
  for (const notice of copies) byPerson.set(notice.personId, [...byPerson.get(notice.personId) ?? [], notice])
  const waiting = [...byPerson]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (Date.now() > run.now + LONGEST) return
      await sendTo(next[0], next[1], mayBeMore, run).catch((error: unknown) => {
        console.error(`copies for ${next?.[0]}`, error)
        run.count('error')
      })
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, worker))
}

function dueAt(now: number): object {
  return { copy: 'due', copyAt: _.lte(now) }
}

/**
 * One person's copies, one message after the other. What another courier is sending to them is waited for; should both begin in the same instant, WeChat refuses
 * one of them, which is tried again [wechat: 43108 concurrent sends to one user]. `mayBeMore`: not all of theirs were found.
 */
async function sendTo(personId: string, found: Notice[], mayBeMore: boolean, run: Run): Promise<void> {
  const since = run.now - Math.max(gatheredFor(), LEFT_BEHIND)
  const [person, went, more] = await Promise.all([
    loadPerson({ personId, openid: null }),
    db.collection('notices').where({ personId, copy: _.in(WENT), copyAt: _.gt(since) }).orderBy('copyAt', 'desc').limit(MOST_WENT).get(),
    mayBeMore ? db.collection('notices').where({ personId, ...dueAt(run.now) }).orderBy('copyAt', 'asc').limit(MOST_IN_ONE).get() : null,
  ])
  const sent = went.data as Notice[]
  const notices = more ? more.data as Notice[] : found
  if (sent.some(n => n.copy === 'sending')) return run.count('personBusy', notices.length)
  const awake = await keepQuiet(notices, run)
  const wanted = await dropUnsendable(await dropUntrue(awake, person, run), person.openid, run)
  const waiting = bundlesOf(wanted)
  for (let bundle = waiting.shift(); bundle; bundle = waiting.shift()) {
    const all = [bundle.lead, ...bundle.others]
    const until = await gatherUntil(bundle, sent, run.settings, run.now)
    if (until !== null) {
      run.count('gathered', await putOff(all, until))
      continue
    }
    // Stopped by WeChat's answer to the one before.
    const left = await dropUnsendable(all, person.openid, run)
    if (left.length < all.length) {
      waiting.unshift(...bundlesOf(left))
      continue
    }
    const outcome = await sendOne(bundle, person.openid ?? '', run)
    if (typeof outcome !== 'string') waiting.unshift(outcome)
    else run.count(outcome)
    // Whoever waits for an answer that does not come would wait for the next one, too.
    if (outcome === 'unknown' || Date.now() > run.now + LONGEST) return
  }
}

/** Puts off until their morning what is no danger. @returns what may go now */
async function keepQuiet(notices: Notice[], run: Run): Promise<Notice[]> {
  const until = await quietFor(notices, run.settings, run.now)
  const held = notices.filter(n => !isUrgent(n) && until(n) !== null)
  for (const at of new Set(held.map(until))) run.count('quiet', await putOff(held.filter(n => until(n) === at), at ?? run.now))
  return notices.filter(n => !held.includes(n))
}

/**
 * Looks at each once more, whatever it waited for: what became untrue, or is not theirs any more, is not sent, and not counted in a message about many.
 * @returns what still holds, as it stands now
 */
async function dropUntrue(notices: Notice[], person: Person, run: Run): Promise<Notice[]> {
  if (notices.length === 0) return notices
  const seen = [...(await timesOf(notices, Date.now(), person)).values()]
  run.count('none', await endAll(seen.flatMap(({ time, notice }) => (time === 'past' ? [notice] : [])), 'due', 'none', 'outdated'))
  for (const { time, notice } of seen) {
    if (typeof time === 'number') run.count('later', await putOff([notice], time))
    if (time === 'broken') await putBehind(notice, run)
  }
  return seen.flatMap(({ time, notice }) => (time === 'now' ? [notice] : []))
}

/** Ends what WeChat cannot bring, or shall not. @returns what it can */
async function dropUnsendable(notices: Notice[], openid: string | null, run: Run): Promise<Notice[]> {
  const why = (notice: Notice) => whyNot(notice, openid, run)
  for (const reason of new Set(notices.flatMap(n => why(n) ?? []))) run.count('none', await endAll(notices.filter(n => why(n) === reason), 'due', 'none', reason))
  return notices.filter(n => why(n) === null)
}

function whyNot(notice: Notice, openid: string | null, { settings, stopped }: Run): string | null {
  const { personId, as, kind, template, readAt } = notice
  if (template === null) return ''
  // They know it, and a consent is one message.
  if (!isUrgent(notice) && readAt !== null) return 'read'
  if (!isUrgent(notice) && !isWanted(settings(personId), as, kind ?? kindOfTemplate(template), 'wechat')) return 'off'
  if (openid === null) return 'notInWeChat'
  return isKnown(template) && stopped.has(idOf(template)) ? '43107' : null
}

function isKnown(template: TemplateKey): boolean {
  try {
    return idOf(template) !== ''
  } catch {
    // Sending it says so, and sets it aside.
    return false
  }
}

/** Not now; by whoever is first. @returns how many */
async function putOff(notices: readonly Notice[], copyAt: number): Promise<number> {
  if (notices.length === 0) return 0
  const { updated } = await db.collection('notices').where({ _id: _.in(notices.map(n => n._id)), copy: 'due' }).update({ copyAt })
  return updated ?? 0
}

/** One that cannot be worked out is put behind the others, and set aside in the end. */
async function putBehind({ _id, tries }: Notice, run: Run): Promise<void> {
  const wait = BACK_OFF[tries]
  // One that is being sent already stays so, and becomes unknown: whether WeChat has it nobody can say.
  await updateOne('notices', { _id, copy: 'due' }, wait === undefined ? { copy: 'failed', copyError: 'broken' } : { copyAt: run.now + wait, tries: _.inc(1) })
  run.count('error')
}

/** @returns what came of it, or what is to go instead */
async function sendOne(bundle: Bundle, openid: string, run: Run): Promise<string | Bundle> {
  try {
    return await sendBundle(bundle, openid, run)
  } catch (error) {
    console.error(`copy of notice ${bundle.lead._id}`, error)
    for (const notice of [bundle.lead, ...bundle.others]) await putBehind(notice, run)
    return 'error'
  }
}

/**
 * The lead is claimed first, then those that go with it, each by a guarded write: none is in two messages, and should this function die now, the lead
 * becomes unknown, what went with it shares that, and what was not claimed yet goes with the next. What is said counts only what was claimed.
 */
async function sendBundle(bundle: Bundle, openid: string, run: Run): Promise<string | Bundle> {
  const { _id, personId, tries } = bundle.lead
  const template = bundle.lead.template ?? 'progress'
  const templateId = idOf(template)
  const began = Date.now()
  if (!(await updateOne('notices', { _id, copy: 'due' }, { copy: 'sending', copyAt: began, tries: _.inc(1) }))) return 'takenByAnother'
  const taken = { lead: bundle.lead, others: await claim(bundle, began) }
  const attempt = `${_id}:${tries}`
  if (!(await takeCredit(personId, templateId, attempt, began))) return end(taken, 'none', 'noCredit', run)
  const message: Message = { openid, templateId, ...messageOf(taken) }
  const attempts: Attempt[] = []
  let answer = await asked(message, attempts)
  const instead = answer.taken || answer.code === 'lost' ? null : repaired(answer.code, answer.words, message, template, { count: countedIn(taken), now: began })
  if (instead !== null && !answer.taken) {
    await alarmed(answer, taken.lead, templateId, run)
    answer = await asked(instead, attempts)
  }
  const tried = { attempts: _.push(attempts), spokeOf: casesIn(taken) }
  let ended: string | Bundle
  if (answer.taken) {
    try {
      // First: WeChat's word that it did not arrive finds the copy by its id, and then what there is to take back.
      await residentKnows(taken)
    } finally {
      ended = await end(taken, 'sent', '', run, { ...tried, msgId: answer.msgId })
    }
    return ended
  }
  return refused({ ...answer, attempt, began, templateId, tried }, taken, run)
}

/** What WeChat took, a resident has been told: their time runs from it. */
async function residentKnows({ lead, others }: Bundle): Promise<void> {
  const own = [lead, ...others].filter(n => n.as === 'resident' && n.caseId !== '')
  for (const caseId of new Set(own.map(n => n.caseId))) await caseIsKnown(caseId, 'wechat', Math.max(...own.filter(n => n.caseId === caseId).map(n => n.at)), Date.now(), lead._id)
}

/** @returns those that go with the lead: others may have been quicker with some */
async function claim({ lead, others }: Bundle, began: number): Promise<Notice[]> {
  if (others.length === 0) return []
  const own = { _id: _.in(others.map(n => n._id)) }
  const { updated } = await db.collection('notices').where({ ...own, copy: 'due' }).update({ copy: 'bundled', goesWith: lead._id, copyAt: began })
  if (updated === others.length) return others
  const { data } = await db.collection('notices').where({ ...own, copy: 'bundled', goesWith: lead._id }).field({ _id: true }).limit(MOST_IN_ONE).get()
  const claimed = new Set((data as Pick<Notice, '_id'>[]).map(n => n._id))
  return others.filter(n => claimed.has(n._id))
}

async function asked(message: Message, attempts: Attempt[]): Promise<SendAnswer> {
  const at = Date.now()
  const answer = await sendMessage(message)
  attempts.push({ at, ms: answer.ms, answer: answer.taken ? 'ok' : String(answer.code) })
  return answer
}

type Refusal = Extract<SendAnswer, { taken: false }> & { attempt: string; began: number; templateId: string; tried: object }

/** What WeChat's error means for this message, for the ledger, and for whoever runs this. */
async function refused(refusal: Refusal, taken: Bundle, run: Run): Promise<string | Bundle> {
  const { code, attempt, began, templateId, tried } = refusal
  const { _id, personId, tries } = taken.lead
  if (code === 'lost') return end(taken, 'unknown', 'lost', run, tried)
  const means = meaningOf(code)
  if (means === 'emptied') {
    await emptyCredits(personId, templateId, attempt, began)
    return end(taken, 'none', '43101', run, tried)
  }
  await returnCredit(personId, templateId, attempt, began)
  if (means === 'stopped') {
    run.stopped.add(templateId)
    await stopTemplate(templateId, code, run.now)
  }
  await alarmed(refusal, taken.lead, templateId, run)
  const wait = means === 'later' ? BACK_OFF[tries] : undefined
  if (wait === undefined) return end(taken, means === 'stopped' ? 'none' : 'failed', String(code), run, tried)
  const again = { copy: 'due', copyAt: run.now + wait }
  await change(taken.others, { copy: 'bundled', goesWith: _id }, again)
  return (await updateOne('notices', { _id, copy: 'sending' }, { ...again, copyError: String(code), ...tried })) ? 'later' : 'takenByAnother'
}

async function alarmed({ code }: { code: number | 'lost' }, notice: Notice, templateId: string, { now }: Run): Promise<void> {
  const says = code === 'lost' ? null : alarmOf(code)
  if (says === null || code === 'lost') return
  // What is about one person, or about one page, is told once a day all the same.
  await alarm(code, templateId, says, notice, now)
}

/**
 * A message came to its end. Those that went with it share its fate, and are written first: dying between the two leaves a lead that becomes unknown, never
 * one that nobody was told by while its companions seem to have gone. Where only its template stood in the way, what goes by another is due again.
 * @returns what came of it, or what is to go instead
 */
async function end(taken: Bundle, copy: CopyState, copyError: string, run: Run, more: object = {}): Promise<string | Bundle> {
  const { _id } = taken.lead
  const instead = isOfTemplate(copyError) ? withoutTemplate(taken) : null
  const freed = instead ? [instead.lead, ...instead.others] : []
  const alike = taken.others.filter(n => !freed.includes(n))
  await change(freed, { copy: 'bundled', goesWith: _id }, { copy: 'due', copyAt: run.now })
  if (copy === 'none' || copy === 'failed') run.count(copy, await change(alike, { copy: 'bundled', goesWith: _id }, { copy, copyError }))
  else run.count('bundled', taken.others.length)
  if (!(await updateOne('notices', { _id, copy: 'sending' }, { copy, copyError, ...more }))) return 'takenByAnother'
  if (instead) run.count(copy)
  return instead ?? copy
}

/** Copies that end before anything was sent. */
function endAll(notices: readonly Notice[], from: CopyState, copy: CopyState, copyError: string): Promise<number> {
  return change(notices, { copy: from }, { copy, copyError })
}

async function change(notices: readonly Notice[], as: object, to: object): Promise<number> {
  if (notices.length === 0) return 0
  const { updated } = await db.collection('notices').where({ _id: _.in(notices.map(n => n._id)), ...as }).update(to)
  return updated ?? 0
}
