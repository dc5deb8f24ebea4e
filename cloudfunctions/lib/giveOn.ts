import type { CaseCommand } from '../../domain/case/commands'
import type { CaseState } from '../../domain/case/case'
import { decide } from '../../domain/case/decide'
import { heldBeside } from '../../domain/case/stage'
import type { Community } from '../../domain/orders/order'
import { giveTo, type Staff } from '../../domain/people/whoActs'
import { clocksOf } from '../../domain/clock/communityClocks'
import { lookedAt } from './caseMoney'
import { caseOf, momentFor, saveCase, type CaseDocument } from './cases'
import { _, db } from './database'
import { deriveId } from './deriveId'
import { one, pointedTo, readTogether } from './oneRequest'
import { staffAt } from './staff'

/** Others may act on the same case at the same moment. */
const TRIES = 5
const DESK_GONE = '平台不再帮这个小区'
const NOBODY = '现在这里没有人能看这件事，也不会转给您说的那个人。可以打消费者热线 12315；以后有能看的人来了，会接着看，不用您再报'

/** Something is being found out, whoever has it. For queries. */
export const INVESTIGATED = { 'state.investigation.until': _.gt(0) }

/**
 * Gives cases that wait for whoever may not act any more to somebody who may; where nobody is left, says so, and gives them to the first who comes. Each by an
 * event of its own, under an id made of the case as it is: repeating it changes nothing. See docs/decisions/0019, 0021.
 * @param query of cases that may be such; all others are left as they are
 * @param most cases looked at in one go, what is due first at the front
 * @returns how many changed hands
 */
export async function giveOn(query: Record<string, unknown>, most: number, now: number): Promise<number> {
  const { data } = await db.collection('cases').where(query).orderBy('holderDueAt', 'asc').field({ _id: true }).limit(most).get()
  let given = 0
  for (const { _id } of data as { _id: string }[]) {
    try {
      if (await giveOnOne(_id, now)) given += 1
    } catch (error) {
      // One that cannot be given on must not keep the others waiting.
      console.error(`case ${_id}`, error)
    }
  }
  return given
}

async function giveOnOne(id: string, now: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await readTogether(one<CaseDocument>('cases', { _id: id }), { community: pointedTo<Community>('communities', 'communityId') })
    const [community] = found?.community ?? []
    if (!found || !community) return false
    const stored = found.document
    const staff = await staffAt(community, stored.supplierId)
    const around = { desk: community.deskId !== undefined, clocks: clocksOf(community) }
    const c = lookedAt(caseOf(stored), { ...around, supplierGone: false })
    const command = stepFor(c.state, staff)
    if (!command) return false
    const decision = decide(c, command, { now: momentFor(stored, now), by: { party: 'system', personId: 'desk', staff }, commandId: deriveId('giveOn', id, String(stored.version)), seen: stored.version, undoWindow: 0 })
    // It was decided meanwhile, or a decision can still be taken back: then the next minute.
    if ('refusal' in decision || decision.events.length === 0) return false
    if (await saveCase(stored, decision.events, around)) return true
  }
  return false
}

/** What the system does with it; null where whoever has it may act, or everybody knows that nobody may. */
function stepFor(c: CaseState, staff: Staff): CaseCommand | null {
  const to = giveTo(c, staff)
  const was = c.nobodyThere != null ? 'nobody' : heldBeside(c)
  if (to === null) return null
  if (to === 'nobody') return { type: 'reassign', to, words: staff.desk === null && was === 'operator' ? `${DESK_GONE}。${NOBODY}` : NOBODY }
  if (was === 'nobody') return { type: 'reassign', to, words: '', why: 'cameIn' }
  return staff.desk === null ? { type: 'reassign', to, words: DESK_GONE } : { type: 'reassign', to, words: '', why: 'nobodyElse' }
}
