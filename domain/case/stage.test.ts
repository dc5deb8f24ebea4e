import { examples, type ExampleName } from './exampleCase'
import type { Party } from './case'
import { holderOf, stageOf, STAGE_WORDS, type Stage } from './stage'

const STAGES: Record<ExampleName, [Stage, Party | null]> = {
  review: ['waitingLeader', 'leader'], nothingAsked: ['waitingLeader', 'leader'], nobodySupplies: ['waitingLeader', 'leader'],
  declined: ['waitingLeader', 'leader'], undone: ['waitingLeader', 'leader'], supplierDisputed: ['waitingLeader', 'leader'],
  withSupplier: ['waitingSupplier', 'supplier'], evidenceAsked: ['waitingEvidence', 'resident'], evidenceAskedBySupplier: ['waitingEvidence', 'resident'], evidenceAdded: ['waitingLeader', 'leader'], evidenceAddedForSupplier: ['waitingSupplier', 'supplier'], offered: ['offered', 'resident'], offeredBySupplier: ['offered', 'resident'],
  settled: ['refunding', 'leader'], settledWithoutSupplier: ['refunding', 'leader'], offerAgreed: ['refunding', 'leader'], granted: ['refunding', 'leader'],
  admitted: ['refunding', 'leader'], disputed: ['refunding', 'leader'],
  paid: ['refunded', null], paidAndAdmitted: ['refunded', null], noted: ['agreedNoMoney', null], rejected: ['rejected', null], withdrawn: ['withdrawn', null], promised: ['waitingLeader', 'leader'],
  told: ['refunding', 'leader'], onBehalf: ['waitingLeader', 'leader'], takenOver: ['waitingLeader', 'leader'], agreedOnBehalf: ['refunding', 'leader'], declinedOnBehalf: ['waitingLeader', 'leader'],
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
