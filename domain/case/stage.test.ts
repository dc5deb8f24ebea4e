import { examples, type ExampleName } from './exampleCase'
import type { Party } from './case'
import { holderOf, stageOf, STAGE_WORDS, type Stage } from './stage'

const STAGES: Record<ExampleName, [Stage, Party | null]> = {
  review: ['waitingLeader', 'leader'],
  nothingAsked: ['waitingLeader', 'leader'],
  withSupplier: ['waitingSupplier', 'supplier'],
  offered: ['offered', 'resident'],
  nobodySupplies: ['waitingLeader', 'leader'],
  offeredBySupplier: ['offered', 'resident'],
  declined: ['waitingLeader', 'leader'],
  supplierDisputed: ['waitingLeader', 'leader'],
  settled: ['refunding', 'leader'],
  settledWithoutSupplier: ['refunding', 'leader'],
  noted: ['agreedNoMoney', null],
  offerAgreed: ['refunding', 'leader'],
  granted: ['refunding', 'leader'],
  admitted: ['refunding', 'leader'],
  disputed: ['refunding', 'leader'],
  paid: ['refunded', null],
  paidAndAdmitted: ['refunded', null],
  rejected: ['rejected', null],
  withOperator: ['waitingOperator', 'operator'],
  reassigned: ['waitingLeader', 'leader'],
  noDesk: ['waitingLeader', 'leader'],
  refusedWithoutDesk: ['rejected', null],
  appealed: ['appealed', 'operator'],
  upheld: ['refunding', 'leader'],
  dismissed: ['dismissed', null],
  countered: ['countered', 'leader'],
  counterGranted: ['refunding', 'leader'],
  extended: ['waitingLeader', 'leader'],
  investigating: ['waitingOperator', 'operator'],
  investigated: ['waitingOperator', 'operator'],
  planned: ['waitingLeader', 'leader'],
  remarked: ['waitingLeader', 'leader'],
  expedited: ['waitingLeader', 'leader'],
  awaitingReturn: ['waitingReturn', 'resident'],
  returnOff: ['returnOff', null],
  returnLapsed: ['returnOff', null],
  returnTakenUp: ['waitingReturn', 'resident'],
  returnForwarded: ['returning', 'supplier'],
  returnAtSupplier: ['inspecting', 'supplier'],
  closed: ['rejected', null],
  standsAgainst: ['refunding', 'leader'],
  supplierGone: ['waitingLeader', 'leader'],
  returning: ['returning', 'leader'],
  returned: ['inspecting', 'leader'],
  returnPassed: ['refunding', 'leader'],
  inspectionFailed: ['waitingLeader', 'leader'],
  givenBack: ['rejected', null],
  refusedReturn: ['givingBack', 'leader'],
  replacementDue: ['waitingReplacement', 'leader'],
  replacementSent: ['replacementSent', 'resident'],
  replaced: ['replaced', null],
  paying: ['refunding', 'leader'],
  refundFailed: ['refundFailed', 'leader'],
  notArrived: ['refundFailed', 'leader'],
  confirmed: ['refunded', null],
  split: ['refunding', 'leader'],
  lapsed: ['lapsed', null],
  reopened: ['offered', 'resident'],
  rated: ['refunded', null],
  tookEffect: ['refunding', 'leader'],
  undone: ['waitingLeader', 'leader'],
  withdrawn: ['withdrawn', null],
  promised: ['waitingLeader', 'leader'],
  told: ['refunding', 'leader'],
  evidenceAsked: ['waitingEvidence', 'resident'],
  evidenceAskedBySupplier: ['waitingEvidence', 'resident'],
  evidenceAdded: ['waitingLeader', 'leader'],
  evidenceAddedForSupplier: ['waitingSupplier', 'supplier'],
  onBehalf: ['waitingLeader', 'leader'],
  takenOver: ['waitingLeader', 'leader'],
  agreedOnBehalf: ['refunding', 'leader'],
  declinedOnBehalf: ['waitingLeader', 'leader'],
}

it.each(Object.entries(STAGES))('%s is at %j', (name, [stage, holder]) => {
  const { state } = examples()[name as ExampleName]
  expect([stageOf(state), holderOf(state)]).toEqual([stage, holder])
})

it('every stage has words of its own, without a code name', () => {
  const said = Object.values(STAGE_WORDS)
  expect(new Set(said).size).toBe(said.length)
  for (const words of said) expect(words).toMatch(/^[一-鿿，]+$/)
})
