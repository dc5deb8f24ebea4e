import { sendCopies } from './sendCopies'
import { writeNotices } from './writeNotices'

/**
 * Tells people. Called by its own timer every minute, which is the guarantee, and poked by clients after an answer; takes no argument
 * and believes none. Two at once do no harm: every step is claimed by a guarded write before it is done.
 */
export async function main(): Promise<{ noticesWritten: number; copies: Record<string, number> }> {
  const now = Date.now()
  const noticesWritten = await writeNotices(now)
  const copies = await sendCopies(now)
  return { noticesWritten, copies }
}
