import { decide } from '../../domain/case/decide'
import { loadCaseMoney, saveWithMoney, withLeftNow } from '../lib/caseMoney'
import { momentFor } from '../lib/cases'
import { deriveId } from '../lib/deriveId'
import { undoWindow } from '../lib/undoWindow'

/** Others may act on the same case, or decide about its order's money, at the same moment. */
const TRIES = 5

/** Does what is the clock's to do on each of these cases; the rules of the case say whether it is due. @returns on how many it was done */
export async function endByClock(due: readonly { _id: string }[], type: 'lapse' | 'close', now: number): Promise<number> {
  let ended = 0
  for (const { _id } of due) {
    try {
      if (await end(_id, type, now)) ended += 1
    } catch (error) {
      // One that cannot be ended must not keep the others waiting.
      console.error(`case ${_id}`, error)
    }
  }
  return ended
}

async function end(id: string, type: 'lapse' | 'close', now: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const money = await loadCaseMoney(id)
    if (!money) return false
    const { stored } = money
    const by = { party: 'system' as const, personId: 'clock' }
    const decision = decide(withLeftNow(money), { type }, { now: momentFor(stored, now), by, commandId: deriveId(type, stored._id, String(stored.version)), seen: stored.version, undoWindow: undoWindow() })
    // Answered meanwhile.
    if ('refusal' in decision) return false
    if (await saveWithMoney(money, decision.events)) return true
  }
  return false
}
