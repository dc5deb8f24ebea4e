import { _, db } from '../lib/database'
import { doPortion, type JointDecision } from '../lib/jointDecisions'

/** A phone that is still at it asks every few seconds. ms */
const LEFT_BEHIND = 15_000
/** A function lives at most 60 s [wechat]; what is left waits a minute. ms */
const LONGEST = 40_000

/**
 * Finishes joint decisions whose phone went away or whose function died midway: what a leader decided for forty holds for forty.
 * @returns how many came to their end
 */
export async function finishLeftDecisions(now: number): Promise<number> {
  const { data } = await db.collection('jointDecisions').where({ phase: _.in(['deciding', 'undoing']), at: _.lt(now - LEFT_BEHIND), busyUntil: _.lte(now) }).orderBy('at', 'asc').field({ _id: true }).limit(100).get()
  let finished = 0
  for (const { _id } of data as Pick<JointDecision, '_id'>[]) {
    try {
      if (await finish(_id, now + LONGEST)) finished += 1
    } catch (error) {
      // One that cannot be finished must not keep the others waiting.
      console.error(`joint decision ${_id}`, error)
    }
  }
  return finished
}

async function finish(id: string, until: number): Promise<boolean> {
  for (let now = Date.now(); now < until; now = Date.now()) {
    const { phase, busy } = await doPortion(id, now)
    if (phase === 'done') return true
    if (busy) return false
  }
  return false
}
