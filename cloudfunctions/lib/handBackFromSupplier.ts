import { decide } from '../../domain/case/decide'
import { loadCaseAround, lookedAt } from './caseMoney'
import { caseOf, momentFor, saveCase } from './cases'
import { _, db } from './database'
import { deriveId } from './deriveId'

/** Others may act on the same case at the same moment. */
const TRIES = 5
const LEFT = '供货商那边没有人了'

/**
 * Gives what waits for a supplier whom nobody acts for any more to whoever asked them, the leader mostly: an answer, goods to send, a return to look at. Each
 * case by an event of its own, under an id made of the case as it is: repeating it changes nothing. See docs/decisions/0024.
 * @param supplierIds of suppliers that seem to be gone; the rules of the case say so by what is there when it is read
 * @param most cases looked at in one go
 * @returns how many were given back
 */
export async function handBackFrom(supplierIds: readonly string[], most: number, now: number): Promise<number> {
  if (supplierIds.length === 0) return 0
  // Whatever waits for a supplier has a time.
  const { data } = await db.collection('cases').where({ supplierId: _.in([...supplierIds]), supplierDueAt: _.gt(0), holder: 'supplier' }).field({ _id: true }).limit(most).get()
  let given = 0
  for (const { _id } of data as { _id: string }[]) {
    try {
      if (await giveBack(_id, now)) given += 1
    } catch (error) {
      // One that cannot be given back must not keep the others waiting.
      console.error(`case ${_id}`, error)
    }
  }
  return given
}

async function giveBack(id: string, now: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await loadCaseAround(id)
    if (!found) return false
    const { stored, around } = found
    const to = around.desk && stored.state.decision !== 'agreed' && stored.state.askedBy === 'withOperator' ? 'operator' : 'leader'
    const decision = decide(lookedAt(caseOf(stored), around), { type: 'reassign', to, words: LEFT }, {
      now: momentFor(stored, now), by: { party: 'system', personId: 'supplier' }, commandId: deriveId('supplierLeft', stored._id, String(stored.version)), seen: stored.version, undoWindow: 0,
    })
    // Somebody is there again, it was decided meanwhile, or a decision can still be taken back: then the next minute.
    if ('refusal' in decision || decision.events.length === 0) return false
    if (await saveCase(stored, decision.events, around)) return true
  }
  return false
}
