import { decide } from '../../domain/case/decide'
import { loadCaseMoney, saveWithMoney, withLeftNow } from '../lib/caseMoney'
import { momentFor } from '../lib/cases'
import { _, db, MOST_DOCUMENTS } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import { undoWindow } from '../lib/undoWindow'

/** Others may act on the same case, or decide about its order's money, at the same moment. */
const TRIES = 5

/**
 * Ends waits for a resident that ran out: an offer of all that was asked for takes effect, everything else is put aside and can be taken up again.
 * What cannot be done now is due at the next minute still.
 * @returns how many were ended
 */
export async function lapseUnanswered(now: number): Promise<number> {
  const { data } = await db.collection('cases').where({ holder: 'resident', holderDueAt: _.lte(now), 'state.decision': _.in(['evidence', 'offered']) })
    .orderBy('holderDueAt', 'asc').field({ _id: true }).limit(MOST_DOCUMENTS).get()
  let ended = 0
  for (const { _id } of data as { _id: string }[]) {
    try {
      if (await lapse(_id, now)) ended += 1
    } catch (error) {
      // One that cannot be ended must not keep the others waiting.
      console.error(`case ${_id}`, error)
    }
  }
  return ended
}

async function lapse(id: string, now: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const money = await loadCaseMoney(id)
    if (!money) return false
    const { stored } = money
    const by = { party: 'system' as const, personId: 'clock' }
    const decision = decide(withLeftNow(money), { type: 'lapse' }, { now: momentFor(stored, now), by, commandId: deriveId('lapse', stored._id, String(stored.version)), seen: stored.version, undoWindow: undoWindow() })
    // Answered meanwhile.
    if ('refusal' in decision) return false
    if (await saveWithMoney(money, decision.events)) return true
  }
  return false
}
