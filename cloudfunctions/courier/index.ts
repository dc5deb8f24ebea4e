import type { Answer } from '../../domain/contract/refusal'
import { door } from '../lib/door'
import { settleWaiting } from '../lib/pushes'
import { askCode } from './askCode'
import { confirmCode } from './confirmCode'
import { groupBuyCode } from './groupBuyCode'
import { removeContact } from './removeContact'
import { removeRobot } from './removeRobot'
import { sendCopies } from './sendCopies'
import { sendFallbacks } from './sendFallbacks'
import { setRobot } from './setRobot'
import { showChannels } from './showChannels'
import { testRobot } from './testRobot'
import { writeNotices } from './writeNotices'

/** What a person asks of WeChat itself, and of other services outside. */
const enter = door({ groupBuyCode, showChannels, setRobot, testRobot, removeRobot, askCode, confirmCode, removeContact })

/** A person's call goes in by the door; whatever else comes is a reason to tell people. */
export async function main(event?: unknown, context?: unknown): Promise<Awaited<ReturnType<typeof tell>> | Answer<unknown>> {
  return typeof event === 'object' && event !== null && 'call' in event ? enter(event, context) : tell()
}

/**
 * Tells people. Called by its own timer every minute, which is the guarantee, and poked by clients after an answer; takes no argument
 * and believes none. Two at once do no harm: every step is claimed by a guarded write before it is done.
 */
async function tell(): Promise<{ noticesWritten: number; copies: Record<string, number>; fallbacks: Record<string, number>; heard: number }> {
  const now = Date.now()
  const noticesWritten = await writeNotices(now)
  const copies = await sendCopies(now)
  const heard = await settleWaiting(now)
  const fallbacks = await sendFallbacks(now)
  return { noticesWritten, copies, fallbacks, heard }
}
