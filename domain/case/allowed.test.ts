import fc from 'fast-check'
import { allowedCommands, isAllowed, isPartysCommand } from './allowed'
import type { Party } from './case'
import type { CaseCommandType } from './commands'
import { actorOf, ask, examples, HOUR, lastAt, LATER, reasonable, type ExampleName } from './exampleCase'
import { COMMAND_TYPES, PARTIES, someHistory } from './exampleHistories'

/** Who may do what, state by state, once what was decided is in effect; before that see undo.test.ts. What is not written here is nobody's. */
const TABLE: Record<ExampleName, Partial<Record<Party, CaseCommandType[]>>> = {
  review: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  nothingAsked: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  nobodySupplies: { leader: ['settle', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  withSupplier: { leader: ['settle', 'reject', 'offer', 'askEvidence', 'addEvidence'], supplier: ['offer', 'askEvidence', 'grantAsAsked', 'disputeAsAsked'], resident: ['addEvidence', 'withdraw'] },
  evidenceAsked: { leader: ['settle', 'reject', 'offer', 'addEvidence', 'tell'], resident: ['addEvidence', 'withdraw'] },
  evidenceAskedBySupplier: { leader: ['settle', 'reject', 'offer', 'addEvidence', 'tell'], resident: ['addEvidence', 'withdraw'] },
  evidenceAdded: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  evidenceAddedForSupplier: { leader: ['settle', 'reject', 'offer', 'askEvidence', 'addEvidence', 'tell'], supplier: ['offer', 'askEvidence', 'grantAsAsked', 'disputeAsAsked'], resident: ['addEvidence', 'withdraw'] },
  supplierDisputed: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  offered: { resident: ['agree', 'decline', 'withdraw'], leader: ['agree', 'decline', 'tell'] },
  offeredBySupplier: { resident: ['agree', 'decline', 'withdraw'], leader: ['agree', 'decline', 'tell'] },
  declined: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  settled: { leader: ['payRefund', 'tell'], supplier: ['admitRecovery', 'disputeRecovery'] },
  settledWithoutSupplier: { leader: ['payRefund', 'tell'] },
  noted: { leader: ['tell'] },
  offerAgreed: { leader: ['payRefund'], supplier: ['admitRecovery', 'disputeRecovery'] },
  granted: { leader: ['payRefund', 'tell'] },
  admitted: { leader: ['payRefund', 'tell'] },
  disputed: { leader: ['payRefund', 'tell'] },
  paid: { leader: ['tell'], supplier: ['admitRecovery', 'disputeRecovery'] },
  paidAndAdmitted: { leader: ['tell'] },
  rejected: { leader: ['tell'] },
  told: { leader: ['payRefund'], supplier: ['admitRecovery', 'disputeRecovery'] },
  undone: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise'], resident: ['addEvidence', 'withdraw'] },
  withdrawn: {},
  onBehalf: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise', 'tell'], resident: ['addEvidence', 'withdraw', 'takeOver'] },
  takenOver: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise', 'tell'], resident: ['addEvidence', 'withdraw'] },
  agreedOnBehalf: { leader: ['payRefund', 'tell'], supplier: ['admitRecovery', 'disputeRecovery'] },
  declinedOnBehalf: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'promise', 'tell'], resident: ['addEvidence', 'withdraw'] },
  promised: { leader: ['settle', 'forward', 'reject', 'offer', 'askEvidence', 'addEvidence', 'tell'], resident: ['addEvidence', 'withdraw'] },
}

const names = Object.keys(TABLE) as ExampleName[]
const cells = names.flatMap(name => PARTIES.map(party => [name, party] as const))

it.each(cells)('%s: what the %s may do', (name, party) => {
  expect(allowedCommands(examples()[name].state, actorOf(party), LATER).sort()).toEqual([...(TABLE[name][party] ?? [])].sort())
})

it.each(cells)('%s: the %s is heard exactly in that', (name, party) => {
  const c = examples()[name]
  for (const type of COMMAND_TYPES) {
    const decision = ask(c, actorOf(party), reasonable(c.state, type, party))
    expect([type, 'events' in decision]).toEqual([type, (TABLE[name][party] ?? []).includes(type)])
  }
})

it('in whatever state people bring a case to, what the list shows is accepted and nothing else is', () => {
  fc.assert(fc.property(someHistory, ({ end }) => {
    // Where nothing is left, no offer can be filled in; everything else can.
    const types = COMMAND_TYPES.filter(type => type !== 'offer' || end.state.line.left > 0)
    for (const party of PARTIES) {
      const shown = allowedCommands(end.state, actorOf(party), LATER)
      for (const type of types) {
        // A promise is for later, whatever came and was taken back meanwhile.
        const command = type === 'promise' ? { type, until: lastAt(end) + 10 * HOUR } : reasonable(end.state, type, party)
        const decision = ask(end, actorOf(party), command, { commandId: 'fresh' })
        expect([party, type, 'events' in decision && decision.events.length === 1]).toEqual([party, type, shown.includes(type)])
        if ('refusal' in decision) expect(['NOT_ALLOWED', 'WRONG_STATE', 'NO_SUPPLIER', 'UNDO_TOO_LATE']).toContain(decision.refusal.code)
      }
    }
  }), { numRuns: 150 })
})

it('what is allowed is always the party\'s own command', () => {
  for (const c of Object.values(examples())) {
    for (const party of PARTIES) for (const type of COMMAND_TYPES) if (isAllowed(c.state, actorOf(party), type, LATER)) expect(isPartysCommand(party, type)).toBe(true)
  }
})
