import { TEMPLATE_IDS } from '../../domain/notice/templates'
import { acceptedSaysWechat, emptyCredits } from '../lib/credits'
import { findById, insertOnce, updateOne } from '../lib/database'
import { settleSent, type Push } from '../lib/pushes'

/** Keeps one thing that WeChat said, and does what follows from it, once: a replay finds it done; one that died in between is taken up again. */
export async function hear(push: Push, now: number): Promise<void> {
  if (!(await insertOnce('pushes', push)) && (await findById<Push>('pushes', push._id))?.state !== 'heard') return
  await updateOne('pushes', { _id: push._id, state: 'heard' }, { state: await follow(push, now) })
}

async function follow(push: Push, now: number): Promise<Push['state']> {
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
