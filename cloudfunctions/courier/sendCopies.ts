import type { CopyState, Notice } from '../../domain/notice/notice'
import { templateId } from '../../domain/notice/templates'
import type { Person } from '../../domain/people/person'
import { returnCredit, takeCredit, zeroCredits } from '../lib/credits'
import { _, db, findById, updateOne } from '../lib/database'
import { sendMessage } from './sendMessage'

/** Copies sent in one run; what is left waits a minute. */
const MOST_COPIES = 100
/** A function lives at most 60 s [wechat]; a copy that is `sending` for longer was left behind by one that died. ms */
const LEFT_BEHIND = 120_000
/** WeChat was busy: nothing was sent, so it may be tried again, a little later each time. ms */
const BACK_OFF = [60_000, 300_000, 1_800_000]

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
  for (const notice of data as Notice[]) {
    try {
      count(await sendCopy(notice, now))
    } catch (error) {
      console.error(`copy of notice ${notice._id}`, error)
      count('error')
    }
  }
  return outcomes
}

async function sendCopy(notice: Notice, now: number): Promise<string> {
  const { _id, personId } = notice
  if (notice.template === null) return end(_id, 'due', 'none', '')
  const person = await findById<Person>('people', personId)
  if (!person?.openid) return end(_id, 'due', 'none', 'notInWeChat')
  if (!(await updateOne('notices', { _id, copy: 'due' }, { copy: 'sending', copyAt: now, tries: _.inc(1) }))) return 'takenByAnother'
  const template = templateId(notice.template)
  if (!(await takeCredit(personId, template))) return end(_id, 'sending', 'none', 'noCredit')
  const error = await sendMessage({ openid: person.openid, templateId: template, page: notice.page, data: notice.data })
  if (error === null) return end(_id, 'sending', 'sent', '')
  return failed(notice, template, error, now)
}

/** What WeChat's error means for this copy and for the ledger [wechat: table of send errors]. */
async function failed(notice: Notice, template: string, error: number | 'lost', now: number): Promise<string> {
  const { _id, personId } = notice
  if (error === 'lost') return end(_id, 'sending', 'unknown', 'lost')
  if (error === 43101) {
    await zeroCredits(personId, template)
    return end(_id, 'sending', 'none', '43101')
  }
  // Every other answer of WeChat's means that nothing was sent and no consent was used.
  await returnCredit(personId, template)
  const wait = error === -1 || error === 43108 ? BACK_OFF[notice.tries] : undefined
  if (wait === undefined) return end(_id, 'sending', 'failed', String(error))
  await updateOne('notices', { _id, copy: 'sending' }, { copy: 'due', copyAt: now + wait, copyError: String(error) })
  return 'later'
}

async function end(_id: string, from: CopyState, copy: CopyState, copyError: string): Promise<string> {
  const ended = await updateOne('notices', { _id, copy: from }, { copy, copyError })
  return ended ? copy : 'takenByAnother'
}
