import { hear } from './hear'
import { readPush } from './readPush'

/**
 * What WeChat pushes to us: that somebody allowed or refused messages, and what became of one. Each thing is kept once and counts once, in whatever
 * order it comes. Throws where something could not be written: WeChat pushes again then.
 */
export async function main(event?: unknown, context?: unknown): Promise<'success' | 'refused'> {
  const now = Date.now()
  const pushes = readPush(event, context, now)
  if (typeof pushes === 'string') {
    console.error(`a push that is not believed: it ${pushes}`)
    return 'refused'
  }
  const failed: unknown[] = []
  for (const push of pushes) await hear(push, now).catch((error: unknown) => { failed.push(error) })
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${pushes.length} could not be kept`)
  return 'success'
}
