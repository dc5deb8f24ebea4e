import type { CaseCommand } from '../../domain/case/commands'
import type { CaseState } from '../../domain/case/case'
import { decide } from '../../domain/case/decide'
import type { Community } from '../../domain/orders/order'
import { leadersOf } from '../../domain/people/team'
import { loadCaseAndDesk, withDesk } from './caseMoney'
import { caseOf, momentFor, saveCase } from './cases'
import { _, db } from './database'
import { deriveId } from './deriveId'

/** Others may act on the same case at the same moment. */
const TRIES = 5
const LEFT = '平台不再帮这个小区'
const NOBODY = '平台不再帮这个小区，您这件事暂时没有人能看，也不会转给您说的那个人。可以打消费者热线 12315；以后有了新的平台，会接着看'

/**
 * Gives what waits for a desk that is gone back to the leader's side, each case by an event of its own, under an id made of the case as it is: repeating it
 * changes nothing. See docs/decisions/0018.
 * @param communities that no desk serves any more
 * @param most cases looked at in one go
 * @returns how many were given back, or told that nobody is there
 */
export async function handBack(communities: readonly Community[], most: number, now: number): Promise<number> {
  if (communities.length === 0) return 0
  const { data } = await db.collection('cases').where({ communityId: _.in(communities.map(c => c._id)), holder: 'operator' }).orderBy('holderDueAt', 'asc').field({ _id: true, communityId: true }).limit(most).get()
  let given = 0
  for (const { _id, communityId } of data as { _id: string; communityId: string }[]) {
    const community = communities.find(c => c._id === communityId)
    try {
      if (community && await giveBack(_id, leadersOf(community), now)) given += 1
    } catch (error) {
      // One that cannot be given back must not keep the others waiting.
      console.error(`case ${_id}`, error)
    }
  }
  return given
}

async function giveBack(id: string, leaders: readonly string[], now: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await loadCaseAndDesk(id)
    if (!found) return false
    const { stored, desk } = found
    const { command, commandId } = stepFor(stored.state, leaders, stored.version)
    const decision = decide(withDesk(caseOf(stored), desk), command, { now: momentFor(stored, now), by: { party: 'system', personId: 'desk' }, commandId, seen: stored.version, undoWindow: 0 })
    // A desk is there again, it was decided meanwhile, or a decision can still be taken back: then the next minute.
    if ('refusal' in decision || decision.events.length === 0) return false
    if (await saveCase(stored, decision.events)) return true
  }
  return false
}

/** To the leader's side, unless a complaint names all of it: those must not learn of it, so the household is told that nobody is there, once. */
function stepFor(state: CaseState, leaders: readonly string[], version: number): { command: CaseCommand; commandId: string } {
  if (leaders.every(id => state.hiddenFrom?.includes(id))) return { command: { type: 'note', words: NOBODY, internal: false }, commandId: deriveId('nobodyLeft', state.id, String(state.decisionSince)) }
  return { command: { type: 'reassign', to: 'leader', words: LEFT }, commandId: deriveId('handBack', state.id, String(version)) }
}
