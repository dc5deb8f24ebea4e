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
  review: [['review', 'leader', 24]],
  nothingAsked: [['review', 'leader', 24]],
  withSupplier: [['supplierFirst', 'supplier', 25]],
  offered: [['offer', 'resident', 49 + TOLD]],
  nobodySupplies: [['review', 'leader', 24]],
  offeredBySupplier: [['offer', 'resident', 50 + TOLD]],
  declined: [['review', 'leader', 26]],
  supplierDisputed: [['review', 'leader', 26]],
  settled: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  settledWithoutSupplier: [['refund', 'leader', 25 + TOLD]],
  noted: [],
  offerAgreed: [['refund', 'leader', 26], ['recovery', 'supplier', 26]],
  granted: [['refund', 'leader', 26]],
  admitted: [['refund', 'leader', 25 + TOLD]],
  disputed: [['refund', 'leader', 25 + TOLD]],
  paid: [['recovery', 'supplier', 25 + TOLD]],
  paidAndAdmitted: [],
  rejected: [],
  withOperator: [['operator', 'operator', 25]],
  reassigned: [['review', 'leader', 26]],
  noDesk: [['review', 'leader', 24]],
  refusedWithoutDesk: [],
  appealed: [['appeal', 'operator', 74]],
  upheld: [['refund', 'leader', 27], ['recovery', 'supplier', 27]],
  dismissed: [],
  countered: [['counter', 'leader', 26]],
  counterGranted: [['refund', 'leader', 27 + TOLD], ['recovery', 'supplier', 27 + TOLD]],
  extended: [['review', 'leader', 24]],
  investigating: [['investigation', 'operator', 49]],
  investigated: [['operator', 'operator', 27]],
  planned: [['review', 'leader', 24]],
  remarked: [['review', 'leader', 24]],
  expedited: [['review', 'leader', 24]],
  awaitingReturn: [['bringBack', 'resident', 74]],
  returnOff: [],
  returnLapsed: [],
  returnTakenUp: [['bringBack', 'resident', 76]],
  returnForwarded: [['inspect', 'supplier', 53]],
  returnAtSupplier: [['inspect', 'supplier', 53]],
  closed: [],
  standsAgainst: [['refund', 'leader', 25 + TOLD]],
  supplierGone: [['review', 'leader', 26]],
  returning: [['inspect', 'leader', 51]],
  returned: [['inspect', 'leader', 52]],
  returnPassed: [['refund', 'leader', 29], ['recovery', 'supplier', 29]],
  inspectionFailed: [['review', 'leader', 29]],
  givenBack: [],
  refusedReturn: [['giveBack', 'leader', 78 + TOLD]],
  replacementDue: [['replace', 'leader', 169 + TOLD]],
  replacementSent: [['receive', 'resident', 74]],
  replaced: [],
  paying: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  refundFailed: [['recovery', 'supplier', 25 + TOLD], ['refund', 'leader', 27]],
  notArrived: [['recovery', 'supplier', 25 + TOLD], ['refund', 'leader', 27]],
  confirmed: [['recovery', 'supplier', 25 + TOLD]],
  split: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 26]],
  lapsed: [],
  reopened: [['offer', 'resident', 100]],
  rated: [['recovery', 'supplier', 25 + TOLD]],
  tookEffect: [['refund', 'leader', 75], ['recovery', 'supplier', 75]],
  undone: [['review', 'leader', 24]],
  withdrawn: [],
  promised: [['review', 'leader', 10]],
  told: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  evidenceAsked: [['evidence', 'resident', 49]],
  evidenceAskedBySupplier: [['evidence', 'resident', 50]],
  evidenceAdded: [['review', 'leader', 26]],
  evidenceAddedForSupplier: [['supplierFirst', 'supplier', 27]],
  onBehalf: [['review', 'leader', 24]],
  takenOver: [['review', 'leader', 24]],
  agreedOnBehalf: [['refund', 'leader', 26], ['recovery', 'supplier', 26]],
  declinedOnBehalf: [['review', 'leader', 26]],
}

it.each(Object.keys(RUNNING) as ExampleName[])('%s: what runs, for whom, until when', name => {
  expect(deadlinesOf(examples()[name].state, DEFAULT_POLICY).map(d => [d.clock, d.party, d.dueAt - FILED_AT])).toEqual(RUNNING[name].map(([clock, party, hours]) => [clock, party, Math.round(hours * HOUR)]))
})

it('the defaults are those of the table that everybody was promised', () => {
  expect(DEFAULT_POLICY).toEqual({ version: 1, review: 24 * HOUR, supplierFirst: 24 * HOUR, evidence: 48 * HOUR, offer: 48 * HOUR, refund: 24 * HOUR, recovery: 24 * HOUR, appealWindow: 168 * HOUR, operator: 24 * HOUR, counter: 24 * HOUR, appeal: 72 * HOUR, bringBack: 72 * HOUR, inspect: 48 * HOUR, giveBack: 72 * HOUR, replace: 168 * HOUR, receive: 72 * HOUR })
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
      // What was promised, or is found out, is due when it was said for.
      expect(d.dueAt).toBe(end.state.promise && d.clock === 'review' ? end.state.promise.until : d.clock === 'investigation' ? end.state.investigation?.until : d.from + policy[d.clock])
      expect(end.events.map(effectiveAtOf)).toContain(d.from)
    }
    expect(running.map(d => d.dueAt)).toEqual(running.map(d => d.dueAt).sort((a, b) => a - b))
  }), { numRuns: 150 })
})
