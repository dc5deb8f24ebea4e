import { messageId, type Notice } from '../../domain/notice/notice'
import { TEMPLATE_IDS, TEMPLATE_KEYS } from '../../domain/notice/templates'
import { caseIsKnown, copyDidNotArrive } from './comesToKnow'
import { acceptedSaysWechat, emptyCredits } from './credits'
import { _, db, findById, updateOne } from './database'

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
/** What was only heard for longer was left behind by a function that died. ms */
const LEFT_BEHIND = 120_000
/** Looked at in one run; the oldest wait the longest. */
const PORTION = 50
/** More than go to one person in that time. */
const MOST_CANDIDATES = 50

/** Does what follows from one thing that WeChat said; done twice it counts once. @returns where that leaves it */
export async function follow(push: Push, now: number): Promise<Push['state']> {
  const { _id, event, personId, at, says: { TemplateId: templateId = '', SubscribeStatusString: status = '' } } = push
  // Of a template that is not ours nothing follows; it is kept for somebody to look at, as what nobody expected is.
  if (!TEMPLATE_IDS.includes(templateId)) return 'aside'
  switch (event) {
    case 'subscribe_msg_popup_event':
      if (status === 'accept') await acceptedSaysWechat(personId, templateId, _id, at)
      // A no at the question takes back nothing that was allowed before.
      return status === 'accept' || status === 'reject' ? 'done' : 'aside'
    case 'subscribe_msg_change_event':
      if (status === 'reject') await emptyCredits(personId, templateId, _id, at)
      return status === 'reject' ? 'done' : 'aside'
    case 'subscribe_msg_sent_event':
      return settleSent(push, now)
    default:
      return 'aside'
  }
}

/** What WeChat's word about a message that was sent does to the copy that it is about. @returns where that leaves the word */
async function settleSent(push: Push, now: number): Promise<Push['state']> {
  const { personId, at, says: { TemplateId: templateId = '', MsgID: said = '', ErrorCode: code = '' } } = push
  const msgId = messageId(said)
  const template = TEMPLATE_KEYS[templateId]
  if (msgId === '' || code === '' || template === undefined) return 'aside'
  const own = { personId, template }
  // Asked in one question: between two of them a copy could get its name and be missed by both.
  const nameless = { ...own, copy: _.in(['sending', 'unknown', 'sent']), msgId: _.not(_.gt('')), copyAt: _.and([_.gt(at - TOLD_WITHIN), _.lte(at)]) }
  const { data } = await db.collection('notices').where(_.or([{ ...own, msgId }, nameless])).limit(MOST_CANDIDATES).get() as { data: Notice[] }
  // Where its answer was lost: if only one copy can be meant, and nobody waits for that one's answer any more, it is this one.
  const meant = data.find(n => n.msgId === msgId) ?? (data.length === 1 && data[0]?.copy === 'unknown' ? data[0] : undefined)
  if (meant && await settle(meant, push, msgId, now)) return 'done'
  return now - at < WAITS_AT_MOST ? 'waiting' : 'aside'
}

/** @returns false where something of it has to be done later */
async function settle(notice: Notice, push: Push, msgId: string, now: number): Promise<boolean> {
  const { ErrorCode: code = '', TemplateId: templateId = '' } = push.says
  const copy = code === '0' ? 'delivered' : 'failed'
  // What went with it shares its fate.
  if (copy === 'failed') await db.collection('notices').where({ personId: push.personId, copy: 'bundled', goesWith: notice._id }).update({ copy, copyError: code })
  const settled = await updateOne('notices', { _id: notice._id, copy: _.in(['sent', 'unknown']) }, { copy, copyError: copy === 'failed' ? code : '', msgId })
  if (code === '43101') await emptyCredits(push.personId, templateId, push._id, push.at)
  if (notice.as !== 'resident' || notice.caseId === '') return true
  // Of two words about one message the first holds; the same word again takes up what was left undone.
  if (!settled && (await findById<Notice>('notices', notice._id))?.copy !== copy) return true
  if (copy === 'failed') return copyDidNotArrive(notice, now)
  await caseIsKnown(notice.caseId, 'wechat', await toldUpTo(notice), push.at)
  return true
}

/** When the newest thing happened that a message told: what else there was of the same case went with it. ms */
async function toldUpTo({ _id, personId, at }: Notice): Promise<number> {
  const { data } = await db.collection('notices').where({ personId, copy: 'bundled', goesWith: _id }).orderBy('at', 'desc').limit(1).field({ at: true }).get()
  return Math.max(at, (data as Pick<Notice, 'at'>[])[0]?.at ?? 0)
}

/**
 * Looks again at words about messages that came before the sending was written down, and takes up what was heard by a function that died over it: WeChat says
 * each thing three times at most. @returns how many are done with
 */
export async function settleWaiting(now: number): Promise<number> {
  const { data } = await db.collection('pushes').where(_.or([{ state: 'waiting' }, { state: 'heard', heardAt: _.lt(now - LEFT_BEHIND) }])).orderBy('at', 'asc').limit(PORTION).get()
  let done = 0
  for (const push of data as Push[]) {
    try {
      const state = await follow(push, now)
      if (state !== push.state && await updateOne('pushes', { _id: push._id, state: push.state }, { state }) && state !== 'waiting') done += 1
    } catch (error) {
      // One that nothing can be made of must not keep the others waiting, nor what is sent after them.
      console.error(`what WeChat said, ${push._id}`, error)
    }
  }
  return done
}
