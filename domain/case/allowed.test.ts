import fc from 'fast-check'
import { allowedCommands, isAllowed, isPartysCommand } from './allowed'
import type { Party } from './case'
import type { CaseCommand, CaseCommandType } from './commands'
import type { Staff } from '../people/whoActs'
import { actorOf, ask, examples, HOUR, lastAt, LATER, LEADER, OPERATOR, reasonable, type ExampleName } from './exampleCase'
import { COMMAND_TYPES, PARTIES, someHistory } from './exampleHistories'

/** Who may do what, state by state, once what was decided is in effect; before that see undo.test.ts. What is not written here is nobody's. */
const TABLE: Record<ExampleName, Partial<Record<Party, CaseCommandType[]>>> = {
  reminded: {
    resident: ['addEvidence', 'withdraw', 'extendClaim'],
    leader: ['settle', 'addEvidence', 'offer', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  escalated: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  reported: {
    resident: ['expedite'], leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'], operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  supplierMissed: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  review: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  nothingAsked: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  withSupplier: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'reject', 'askEvidence', 'addEvidence', 'offer', 'refer', 'plan', 'note'],
    supplier: ['askEvidence', 'offer', 'grantAsAsked', 'disputeAsAsked', 'refer'],
    operator: ['settle', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  offered: {
    resident: ['agree', 'decline', 'counter', 'withdraw'],
    leader: ['agree', 'decline', 'tell', 'plan', 'note'],
    operator: ['agree', 'decline', 'tell', 'plan', 'note'],
  },
  nobodySupplies: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  offeredBySupplier: {
    resident: ['agree', 'decline', 'counter', 'withdraw'],
    leader: ['tell', 'plan', 'note'],
    operator: ['agree', 'decline', 'tell', 'plan', 'note'],
  },
  declined: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  supplierDisputed: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  settled: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  settledWithoutSupplier: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  noted: {
    resident: ['rate'],
    leader: ['tell', 'note'],
    operator: ['tell', 'note'],
  },
  offerAgreed: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'plan', 'note', 'splitLiability'],
  },
  granted: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  admitted: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  disputed: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  paid: {
    resident: ['failRefund', 'confirmRefund', 'rate'],
    leader: ['tell', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['tell', 'note', 'splitLiability'],
  },
  paidAndAdmitted: {
    resident: ['failRefund', 'confirmRefund', 'rate'],
    leader: ['tell', 'note', 'splitLiability'],
    operator: ['tell', 'note', 'splitLiability'],
  },
  rejected: {
    resident: ['appeal', 'rate'],
    leader: ['settle', 'tell', 'plan', 'note'],
    operator: ['settle', 'tell', 'appeal', 'plan', 'note'],
  },
  withOperator: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  reassigned: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  noDesk: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  refusedWithoutDesk: {
    resident: ['rate'],
    leader: ['settle', 'tell', 'plan', 'note'],
    operator: ['settle', 'tell', 'plan', 'note'],
  },
  appealed: {
    resident: ['addEvidence', 'expedite'],
    leader: ['settle', 'addEvidence', 'plan', 'note'],
    operator: ['settle', 'addEvidence', 'decideAppeal', 'investigate', 'plan', 'note'],
  },
  upheld: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  dismissed: {
    resident: ['rate'],
    leader: ['tell', 'plan', 'note'],
    operator: ['tell', 'plan', 'note'],
  },
  countered: {
    resident: ['addEvidence', 'withdraw', 'expedite'],
    leader: ['settle', 'reject', 'addEvidence', 'offer', 'refer', 'plan', 'note'],
    operator: ['settle', 'reject', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  counterGranted: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  extended: {
    resident: ['addEvidence', 'withdraw', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  investigating: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'endInvestigation', 'plan', 'note'],
  },
  investigated: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  planned: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  remarked: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  expedited: {
    resident: ['addEvidence', 'withdraw', 'extendClaim'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  awaitingReturn: {
    resident: ['sendReturn', 'callOffReturn'],
    leader: ['plan', 'note', 'receiveReturn', 'forwardReturn'],
    operator: ['plan', 'note', 'receiveReturn', 'forwardReturn'],
  },
  returnTakenUp: {
    resident: ['sendReturn', 'callOffReturn'],
    leader: ['plan', 'note', 'receiveReturn', 'forwardReturn'],
    operator: ['plan', 'note', 'receiveReturn', 'forwardReturn'],
  },
  returnOff: {
    resident: ['reopen', 'withdraw'],
    leader: ['settle', 'offer', 'note'],
    operator: ['settle', 'offer', 'note'],
  },
  returnLapsed: {
    resident: ['reopen', 'withdraw'],
    leader: ['settle', 'offer', 'tell', 'note'],
    operator: ['settle', 'offer', 'tell', 'note'],
  },
  returnForwarded: {
    resident: ['expedite'],
    leader: ['plan', 'note', 'tell'],
    supplier: ['receiveReturn'],
    operator: ['plan', 'note', 'tell'],
  },
  returnAtSupplier: {
    resident: ['expedite'],
    leader: ['plan', 'note', 'tell'],
    supplier: ['inspectReturn'],
    operator: ['plan', 'note', 'tell'],
  },
  closed: {
    resident: ['rate'],
    leader: ['note'],
    operator: ['note'],
  },
  standsAgainst: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note'],
  },
  supplierGone: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  returning: {
    resident: ['expedite'],
    leader: ['plan', 'note', 'receiveReturn', 'forwardReturn'],
    operator: ['plan', 'note', 'receiveReturn', 'forwardReturn'],
  },
  returned: {
    resident: ['expedite'],
    leader: ['tell', 'plan', 'note', 'inspectReturn', 'forwardReturn'],
    operator: ['tell', 'plan', 'note', 'inspectReturn', 'forwardReturn'],
  },
  returnPassed: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  inspectionFailed: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note', 'giveBack'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note', 'giveBack'],
  },
  givenBack: {
    resident: ['appeal', 'rate'],
    leader: ['settle', 'tell', 'plan', 'note'],
    operator: ['settle', 'tell', 'appeal', 'plan', 'note'],
  },
  refusedReturn: {
    resident: ['appeal', 'expedite'],
    leader: ['settle', 'tell', 'plan', 'note', 'giveBack'],
    operator: ['settle', 'tell', 'appeal', 'plan', 'note', 'giveBack'],
  },
  replacementDue: {
    resident: ['expedite'],
    leader: ['tell', 'plan', 'note', 'sendReplacement'],
    supplier: ['sendReplacement'],
    operator: ['tell', 'plan', 'note', 'sendReplacement'],
  },
  replacementSent: {
    resident: ['receiveReplacement'],
    leader: ['tell', 'plan', 'note', 'receiveReplacement'],
    operator: ['tell', 'plan', 'note', 'receiveReplacement'],
  },
  replaced: {
    resident: ['rate'],
    leader: ['note'],
    operator: ['note'],
  },
  paying: {
    resident: ['expedite'],
    leader: ['payRefund', 'failRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['payRefund', 'failRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  refundFailed: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  notArrived: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'plan', 'note', 'splitLiability'],
  },
  confirmed: {
    resident: ['rate'],
    leader: ['note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['note', 'splitLiability'],
  },
  split: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  lapsed: {
    resident: ['agree', 'reopen', 'withdraw'],
    leader: ['settle', 'offer', 'agree', 'tell', 'note'],
    operator: ['settle', 'offer', 'agree', 'tell', 'note'],
  },
  reopened: {
    resident: ['agree', 'decline', 'counter', 'withdraw'],
    leader: ['agree', 'decline', 'plan', 'note'],
    operator: ['agree', 'decline', 'plan', 'note'],
  },
  rated: {
    resident: ['failRefund', 'confirmRefund'],
    leader: ['note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['note', 'splitLiability'],
  },
  tookEffect: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  undone: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  withdrawn: {
    leader: ['note'],
    operator: ['note'],
  },
  promised: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  told: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'plan', 'note', 'splitLiability'],
  },
  notTold: {
    resident: ['expedite'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  evidenceAsked: {
    resident: ['addEvidence', 'withdraw', 'extendClaim'],
    leader: ['settle', 'addEvidence', 'offer', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  evidenceAskedBySupplier: {
    resident: ['addEvidence', 'withdraw', 'extendClaim'],
    leader: ['settle', 'addEvidence', 'offer', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  evidenceAdded: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'reassign', 'investigate', 'plan', 'note'],
  },
  evidenceAddedForSupplier: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'refer', 'plan', 'note'],
    supplier: ['askEvidence', 'offer', 'grantAsAsked', 'disputeAsAsked', 'refer'],
    operator: ['settle', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  onBehalf: {
    resident: ['addEvidence', 'withdraw', 'takeOver', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  takenOver: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  agreedOnBehalf: {
    resident: ['expedite', 'disown'],
    leader: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
    supplier: ['admitRecovery', 'disputeRecovery'],
    operator: ['startRefund', 'payRefund', 'tell', 'plan', 'note', 'splitLiability'],
  },
  declinedOnBehalf: {
    resident: ['addEvidence', 'withdraw', 'extendClaim', 'expedite', 'disown'],
    leader: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'promise', 'tell', 'refer', 'plan', 'note'],
    operator: ['settle', 'forward', 'reject', 'askEvidence', 'addEvidence', 'offer', 'tell', 'reassign', 'investigate', 'plan', 'note'],
  },
  disowned: {
    resident: ['agree', 'decline', 'counter', 'withdraw'],
    leader: ['agree', 'decline', 'plan', 'note'],
    operator: ['agree', 'decline', 'plan', 'note'],
  },
}

const names = Object.keys(TABLE) as ExampleName[]
const cells = names.flatMap(name => PARTIES.map(party => [name, party] as const))

it.each(cells)('%s: what the %s may do', (name, party) => {
  expect(allowedCommands(examples()[name].state, actorOf(party), lastAt(examples()[name]) + HOUR).sort()).toEqual([...(TABLE[name][party] ?? [])].sort())
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
      const shown = allowedCommands(end.state, actorOf(party), lastAt(end) + HOUR)
      for (const type of types) {
        // A promise is for later, whatever came and was taken back meanwhile.
        const likely = reasonable(end.state, type, party)
        const command: CaseCommand = likely.type === 'promise' || likely.type === 'investigate' ? { ...likely, until: lastAt(end) + 10 * HOUR } : likely.type === 'plan' ? { type: 'plan', steps: likely.steps.map(s => ({ ...s, by: lastAt(end) + 10 * HOUR })) } : likely
        const decision = ask(end, actorOf(party), command, { commandId: 'fresh' })
        expect([party, type, 'events' in decision && decision.events.length === 1]).toEqual([party, type, shown.includes(type)])
        if ('refusal' in decision) expect(['NOT_ALLOWED', 'WRONG_STATE', 'NO_SUPPLIER', 'UNDO_TOO_LATE', 'CASE_CLOSED', 'OFFER_OVER', 'WAITING_EVIDENCE', 'OFFER_KEPT', 'DESK_DECIDES', 'DECLINED_BEFORE', 'NOT_YOURS']).toContain(decision.refusal.code)
      }
    }
  }), { numRuns: 150 })
})

const STAFF: Staff = { leaders: [LEADER.personId], side: [LEADER.personId], desk: { deciders: [OPERATOR.personId], appealDeciders: [OPERATOR.personId] }, supplierPeople: [] }

it('what waits for a desk that is gone is given back by the system, and only that', () => {
  const system = actorOf('system')
  for (const name of ['withOperator', 'appealed', 'review', 'rejected', 'offered'] as const) {
    const c = examples()[name]
    const may = (desk: Staff['desk']) => isAllowed({ ...c.state, desk: desk !== null }, { ...system, staff: { ...STAFF, desk } }, 'reassign', lastAt(c) + HOUR)
    expect([name, may(STAFF.desk), may(null)]).toEqual([name, false, name === 'withOperator' || name === 'appealed'])
    // Without knowing who is there, nothing.
    expect(isAllowed(c.state, system, 'reassign', lastAt(c) + HOUR)).toBe(false)
  }
  const appealed = examples().appealed
  const left = { ...appealed, state: { ...appealed.state, desk: false } }
  const decision = ask(left, { ...system, staff: { ...STAFF, desk: null } }, { type: 'reassign', to: 'leader', words: '平台不再帮这个小区' })
  expect(decision).toMatchObject({ events: [{ type: 'Reassigned', appealEnded: true }] })
})

it('what is allowed is always the party\'s own command', () => {
  for (const c of Object.values(examples())) {
    for (const party of PARTIES) for (const type of COMMAND_TYPES) if (isAllowed(c.state, actorOf(party), type, LATER)) expect(isPartysCommand(party, type)).toBe(true)
  }
})
