import type { Attempt, CopyState, Notice } from '../../domain/notice/notice'
import { templateId as idOf } from '../../domain/notice/templates'
import type { Person } from '../../domain/people/person'
import { emptyCredits, returnCredit, takeCredit } from '../lib/credits'
import { _, db, findById, updateOne } from '../lib/database'
import { alarm } from './alarm'
import { alarmOf, meaningOf, repaired } from './sendErrors'
import { sendMessage, type Message, type SendAnswer } from './sendMessage'
import { stoppedTemplates, stopTemplate } from './stoppedTemplates'
import { timeOf } from './timeOf'

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

/** What one run knows beside the notices. */
interface Run { now: number; stopped: Set<string>; count: (outcome: string, by?: number) => void }

/**
 * Sends WeChat's copy of each notice, at most once: WeChat's send cannot be repeated safely, so `sending` is written and the credit taken
 * before the call, and a `sending` found after a crash becomes `unknown` and is never sent again. One at a time per person.
 */
export async function sendCopies(now: number): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  const count = (outcome: string, by = 1) => { outcomes[outcome] = (outcomes[outcome] ?? 0) + by }
  const left = await db.collection('notices').where({ copy: 'sending', copyAt: _.lt(now - LEFT_BEHIND) }).update({ copy: 'unknown' })
  if (left.updated) count('unknown', left.updated)
  const { data } = await db.collection('notices').where({ copy: 'due', copyAt: _.lte(now) }).orderBy('copyAt', 'asc').limit(MOST_COPIES).get()
  const byPerson = new Map<string, Notice[]>()
  for (const notice of data as Notice[]) byPerson.set(notice.personId, [...byPerson.get(notice.personId) ?? [], notice])
  const waiting = [...byPerson]
  if (waiting.length === 0) return outcomes
  const run: Run = { now, stopped: await stoppedTemplates(now), count }
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (Date.now() > now + LONGEST) return
      await sendTo(next[0], next[1], run).catch((error: unknown) => {
        console.error(`copies for ${next?.[0]}`, error)
        count('error')
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return outcomes
}

/**
 * One person's copies, one after the other. What another courier is sending to them is waited for; should both begin in the same instant, WeChat refuses
 * one of them, which is tried again [wechat: 43108 concurrent sends to one user].
 */
async function sendTo(personId: string, notices: Notice[], run: Run): Promise<void> {
  const [person, under] = await Promise.all([
    findById<Person>('people', personId),
    db.collection('notices').where({ personId, copy: 'sending' }).limit(1).get(),
  ])
  if (under.data.length > 0) return run.count('personBusy', notices.length)
  for (const notice of notices) {
    const outcome = await sendOne(notice, person?.openid ?? null, run)
    run.count(outcome)
    // Whoever waits for an answer that does not come would wait for the next one, too.
    if (outcome === 'unknown' || Date.now() > run.now + LONGEST) return
  }
}

/** A copy that cannot be worked out is put behind the others, and set aside in the end. */
async function sendOne(notice: Notice, openid: string | null, run: Run): Promise<string> {
  try {
    return await sendCopy(notice, openid, run)
  } catch (error) {
    console.error(`copy of notice ${notice._id}`, error)
    const { _id, tries } = notice
    const wait = BACK_OFF[tries]
    // One that is being sent already stays so, and becomes unknown: whether WeChat has it nobody can say.
    await updateOne('notices', { _id, copy: 'due' }, wait === undefined ? { copy: 'failed', copyError: 'broken' } : { copyAt: run.now + wait, tries: _.inc(1) })
    return 'error'
  }
}

async function sendCopy(notice: Notice, openid: string | null, run: Run): Promise<string> {
  const { _id, personId, template, tries } = notice
  if (template === null) return end(_id, 'due', 'none', '')
  if (openid === null) return end(_id, 'due', 'none', 'notInWeChat')
  const templateId = idOf(template)
  if (run.stopped.has(templateId)) return end(_id, 'due', 'none', '43107')
  const time = await timeOf(notice, Date.now())
  if (time === 'past') return end(_id, 'due', 'none', 'outdated')
  if (time !== 'now') return (await updateOne('notices', { _id, copy: 'due' }, { copyAt: time })) ? 'later' : 'takenByAnother'
  const began = Date.now()
  if (!(await updateOne('notices', { _id, copy: 'due' }, { copy: 'sending', copyAt: began, tries: _.inc(1) }))) return 'takenByAnother'
  const attempt = `${_id}:${tries}`
  if (!(await takeCredit(personId, templateId, attempt, began))) return end(_id, 'sending', 'none', 'noCredit')
  const message: Message = { openid, templateId, page: notice.page, data: notice.data }
  const attempts: Attempt[] = []
  let answer = await asked(message, attempts)
  const instead = answer.taken || answer.code === 'lost' ? null : repaired(answer.code, answer.words, message, template)
  if (instead !== null && !answer.taken) {
    await alarmed(answer, notice, templateId, run)
    answer = await asked(instead, attempts)
  }
  const tried = { attempts: _.push(attempts) }
  if (answer.taken) return end(_id, 'sending', 'sent', '', { ...tried, msgId: answer.msgId })
  return refused({ ...answer, attempt, began, templateId, tried }, notice, run)
}

async function asked(message: Message, attempts: Attempt[]): Promise<SendAnswer> {
  const at = Date.now()
  const answer = await sendMessage(message)
  attempts.push({ at, ms: answer.ms, answer: answer.taken ? 'ok' : String(answer.code) })
  return answer
}

type Refusal = Extract<SendAnswer, { taken: false }> & { attempt: string; began: number; templateId: string; tried: object }

/** What WeChat's error means for this copy, for the ledger, and for whoever runs this. */
async function refused(refusal: Refusal, notice: Notice, run: Run): Promise<string> {
  const { code, attempt, began, templateId, tried } = refusal
  const { _id, personId } = notice
  if (code === 'lost') return end(_id, 'sending', 'unknown', 'lost', tried)
  const means = meaningOf(code)
  if (means === 'emptied') {
    await emptyCredits(personId, templateId, attempt, began)
    return end(_id, 'sending', 'none', '43101', tried)
  }
  await returnCredit(personId, templateId, attempt, began)
  if (means === 'stopped') {
    run.stopped.add(templateId)
    await stopTemplate(templateId, code, run.now)
  }
  await alarmed(refusal, notice, templateId, run)
  const wait = means === 'later' ? BACK_OFF[notice.tries] : undefined
  if (wait === undefined) return end(_id, 'sending', means === 'stopped' ? 'none' : 'failed', String(code), tried)
  const later = await updateOne('notices', { _id, copy: 'sending' }, { copy: 'due', copyAt: run.now + wait, copyError: String(code), ...tried })
  return later ? 'later' : 'takenByAnother'
}

async function alarmed({ code }: { code: number | 'lost' }, notice: Notice, templateId: string, { now }: Run): Promise<void> {
  const says = code === 'lost' ? null : alarmOf(code)
  if (says === null || code === 'lost') return
  // What is about one person, or about one page, is told once a day all the same.
  await alarm(code, templateId, says, notice, now)
}

async function end(_id: string, from: CopyState, copy: CopyState, copyError: string, more: object = {}): Promise<string> {
  const ended = await updateOne('notices', { _id, copy: from }, { copy, copyError, ...more })
  return ended ? copy : 'takenByAnother'
}
