import fc from 'fast-check'
import { examples, FILED_AT, HOUR, type ExampleName } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import type { Party } from '../case/case'
import { effectiveAtOf } from '../case/effect'
import { deadlinesOf, dueFor } from './deadlines'
import { DEFAULT_POLICY, UNDO_WINDOW } from './policy'

/** What somebody decided runs from when they can no longer take it back. */
const TOLD = UNDO_WINDOW / HOUR

const RUNNING: Record<ExampleName, [clock: string, party: Party, hoursAfterFiling: number][]> = {
  review: [['review', 'leader', 24]], nothingAsked: [['review', 'leader', 24]], nobodySupplies: [['review', 'leader', 24]],
  withSupplier: [['supplierFirst', 'supplier', 1 + 24]], supplierDisputed: [['review', 'leader', 2 + 24]], declined: [['review', 'leader', 2 + 24]],
  offered: [['offer', 'resident', 1 + TOLD + 48]], offeredBySupplier: [['offer', 'resident', 2 + TOLD + 48]],
  settled: [['refund', 'leader', 1 + TOLD + 24], ['recovery', 'supplier', 1 + TOLD + 24]], settledWithoutSupplier: [['refund', 'leader', 1 + TOLD + 24]],
  offerAgreed: [['refund', 'leader', 2 + 24], ['recovery', 'supplier', 2 + 24]], granted: [['refund', 'leader', 2 + 24]],
  admitted: [['refund', 'leader', 1 + TOLD + 24]], disputed: [['refund', 'leader', 1 + TOLD + 24]],
  paid: [['recovery', 'supplier', 1 + TOLD + 24]], paidAndAdmitted: [], noted: [], rejected: [], withdrawn: [], promised: [['review', 'leader', 10]], undone: [['review', 'leader', 24]],
  evidenceAsked: [['evidence', 'resident', 1 + 48]], evidenceAskedBySupplier: [['evidence', 'resident', 2 + 48]], evidenceAdded: [['review', 'leader', 2 + 24]], evidenceAddedForSupplier: [['supplierFirst', 'supplier', 3 + 24]],
  told: [['refund', 'leader', 1 + TOLD + 24], ['recovery', 'supplier', 1 + TOLD + 24]],
  onBehalf: [['review', 'leader', 24]], takenOver: [['review', 'leader', 24]], declinedOnBehalf: [['review', 'leader', 2 + 24]],
  agreedOnBehalf: [['refund', 'leader', 2 + 24], ['recovery', 'supplier', 2 + 24]],
}

it.each(Object.keys(RUNNING) as ExampleName[])('%s: what runs, for whom, until when', name => {
  expect(deadlinesOf(examples()[name].state, DEFAULT_POLICY).map(d => [d.clock, d.party, d.dueAt - FILED_AT])).toEqual(RUNNING[name].map(([clock, party, hours]) => [clock, party, Math.round(hours * HOUR)]))
})

it('the defaults are those of the table that everybody was promised', () => {
  expect(DEFAULT_POLICY).toEqual({ version: 1, review: 24 * HOUR, supplierFirst: 24 * HOUR, evidence: 48 * HOUR, offer: 48 * HOUR, refund: 24 * HOUR, recovery: 24 * HOUR, appealWindow: 168 * HOUR })
})

it('what is due first comes first', () => {
  const { settled } = examples()
  expect(deadlinesOf(settled.state, { ...DEFAULT_POLICY, recovery: HOUR }).map(d => d.clock)).toEqual(['recovery', 'refund'])
  expect(deadlinesOf(settled.state, { ...DEFAULT_POLICY, refund: HOUR }).map(d => d.clock)).toEqual(['refund', 'recovery'])
})

it('a party sees its own next act and nobody else\'s', () => {
  const { settled } = examples()
  expect(dueFor(settled.state, 'leader', DEFAULT_POLICY)?.clock).toBe('refund')
  expect(dueFor(settled.state, 'supplier', DEFAULT_POLICY)?.clock).toBe('recovery')
  expect(dueFor(settled.state, 'resident', DEFAULT_POLICY)).toBeNull()
})

it('each runs from what happened, for as long as the policy of the day says, earliest first', () => {
  fc.assert(fc.property(someHistory, fc.integer({ min: 1, max: 1000 }), ({ end }, hours) => {
    const policy = { ...DEFAULT_POLICY, review: hours * HOUR, refund: (hours + 7) * HOUR }
    const running = deadlinesOf(end.state, policy)
    for (const d of running) {
      // What the leader promised is due when it was promised for.
      expect(d.dueAt).toBe(end.state.promise && d.clock === 'review' ? end.state.promise.until : d.from + policy[d.clock])
      expect(end.events.map(effectiveAtOf)).toContain(d.from)
    }
    expect(running.map(d => d.dueAt)).toEqual(running.map(d => d.dueAt).sort((a, b) => a - b))
  }), { numRuns: 150 })
})
