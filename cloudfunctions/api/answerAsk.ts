import { ownAsk } from '../lib/asks'
import { updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'

/** One tap: 好的 or 有问题. The last word of the household counts; a problem is reported on the page that opens then. */
export const answerAsk: UseCase<'answerAsk'> = async (caller, { askId, answer }, now) => {
  const ask = await ownAsk(caller, askId)
  if (ask.answer !== answer) await updateOne('asks', { _id: ask._id }, { answer, answeredAt: now })
  return { answer }
}
