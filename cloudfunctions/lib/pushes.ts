import { messageId, type Notice } from '../../domain/notice/notice'
import { TEMPLATE_KEYS } from '../../domain/notice/templates'
import { emptyCredits } from './credits'
import { _, db, updateOne } from './database'

/** One thing that WeChat said, kept for good: what came twice is known by it. */
export interface Push {
  /** Made of everything it says. */
  _id: string
  event: string
  personId: string
  /** When it happened, to the end of that second. ms */
  at: number
  says: Record<string, string>
  /** `heard`: nothing follows from it yet. `waiting`: it is about a copy whose sending is not written down yet. `aside`: nobody knows what to do with it. */
  state: 'heard' | 'done' | 'waiting' | 'aside'
  heardAt: number
}

/** After that, no copy will turn up that it is about. ms */
const WAITS_AT_MOST = 24 * 3600_000
/** WeChat tells within minutes what became of a message. ms */
const TOLD_WITHIN = 600_000
/** Looked at in one run; the oldest wait the longest. */
const PORTION = 50
/** Of one person, at once: more is not to be told apart anyway. */
const MOST_CANDIDATES = 2

/** What WeChat's word about a message that was sent does to the copy that it is about. @returns where that leaves the word */
export async function settleSent(push: Push, now: number): Promise<Push['state']> {
  const { personId, at, says: { TemplateId: templateId = '', MsgID: said = '', ErrorCode: code = '' } } = push
  const msgId = messageId(said)
  const template = TEMPLATE_KEYS[templateId]
  if (msgId === '' || code === '' || template === undefined) return 'aside'
  const own = { personId, template }
  const { data: [known] } = await db.collection('notices').where({ ...own, msgId }).limit(1).get() as { data: Notice[] }
  if (known) {
    await settle(known, push, msgId)
    return 'done'
  }
  // Its answer was lost. One message at a time goes to a person: where only one copy can be meant, it is this one.
  const { data: lost } = await db.collection('notices').where({ ...own, copy: 'unknown', copyAt: _.and([_.gt(at - TOLD_WITHIN), _.lte(at)]) }).limit(MOST_CANDIDATES).get() as { data: Notice[] }
  const [only] = lost
  if (only && lost.length === 1) {
    await settle(only, push, msgId)
    return 'done'
  }
  return now - at < WAITS_AT_MOST ? 'waiting' : 'aside'
}

async function settle(notice: Notice, push: Push, msgId: string): Promise<void> {
  const { ErrorCode: code = '', TemplateId: templateId = '' } = push.says
  const arrived = code === '0'
  await updateOne('notices', { _id: notice._id, copy: _.in(['sent', 'unknown']) }, { copy: arrived ? 'delivered' : 'failed', copyError: arrived ? '' : code, msgId })
  if (code === '43101') await emptyCredits(push.personId, templateId, push._id, push.at)
}

/** Looks again at words about messages that came before the sending was written down. @returns how many are done with */
export async function settleWaiting(now: number): Promise<number> {
  const { data } = await db.collection('pushes').where({ state: 'waiting' }).orderBy('at', 'asc').limit(PORTION).get()
  let done = 0
  for (const push of data as Push[]) {
    const state = await settleSent(push, now)
    if (state !== 'waiting' && await updateOne('pushes', { _id: push._id, state: 'waiting' }, { state })) done += 1
  }
  return done
}
