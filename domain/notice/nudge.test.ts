import type { CaseEvent } from '../case/events'
import { replay } from '../case/evolve'
import { filedCase, HOUR, lastAt, SYSTEM } from '../case/exampleCase'
import { nudgedBy } from './nudge'
import { owedFor } from './owed'

const nudged = (danger: boolean) => {
  const filed = filedCase(danger ? { reason: 'hazard', claim: { measure: 'none' } } : {}, {})
  const event: CaseEvent = { v: 1, at: lastAt(filed) + HOUR, by: SYSTEM, command: 'clock:respond', type: 'Reminded', clock: 'respond', since: filed.state.filedAt, nth: 0, party: 'leader', late: true }
  const { state } = replay([...filed.events, event])
  return { together: nudgedBy(state, event), alone: owedFor(state, event).map(o => [o.to, o.kind, o.urgent]) }
}

it('what is late is said for all together; a danger by itself, and it breaks through', () => {
  expect(nudged(false)).toEqual({ together: 'leader', alone: [] })
  expect(nudged(true)).toEqual({ together: null, alone: [['leader', 'reminder', true]] })
})
