import type { CaseState, DecisionState, Party } from './case'
import type { CaseCommandType } from './commands'

/** Who may do what, and when. Anything not written here is refused. */
interface Rule {
  by: readonly Party[]
  when: (c: CaseState) => boolean
}

const inDecision = (...states: DecisionState[]) => (c: CaseState) => states.includes(c.decision)

export const RULES: Record<CaseCommandType, Rule> = {
  // The leader decides alone, also while the supplier is being asked.
  settle: { by: ['leader'], when: inDecision('review', 'withSupplier') },
  forward: { by: ['leader'], when: c => c.decision === 'review' && c.supplierId !== null },
  reject: { by: ['leader'], when: inDecision('review', 'withSupplier') },
  // Nothing left on the line: nothing to offer.
  offer: { by: ['leader', 'supplier'], when: c => inDecision('review', 'withSupplier')(c) && c.line.left > 0 },
  agree: { by: ['resident'], when: inDecision('offered') },
  decline: { by: ['resident'], when: inDecision('offered') },
  withdraw: { by: ['resident'], when: inDecision('review', 'withSupplier', 'offered') },
  grantAsAsked: { by: ['supplier'], when: inDecision('withSupplier') },
  disputeAsAsked: { by: ['supplier'], when: inDecision('withSupplier') },
  admitRecovery: { by: ['supplier'], when: c => c.recovery === 'claimed' },
  disputeRecovery: { by: ['supplier'], when: c => c.recovery === 'claimed' },
  payRefund: { by: ['leader'], when: c => c.money === 'due' },
}

/** A supplier proposes only while asked; a leader also without having asked. */
function mayOffer(c: CaseState, party: Party): boolean {
  return party !== 'supplier' || c.decision === 'withSupplier'
}

/** Whether this party may give this command at all, in any state. */
export function isPartysCommand(party: Party, command: CaseCommandType): boolean {
  return RULES[command].by.includes(party)
}

/** Whether this party may give this command in the state the case is in. */
export function isAllowed(c: CaseState, party: Party, command: CaseCommandType): boolean {
  return isPartysCommand(party, command) && RULES[command].when(c) && (command !== 'offer' || mayOffer(c, party))
}

/** Everything this party may do now; screens show exactly these. */
export function allowedCommands(c: CaseState, party: Party): CaseCommandType[] {
  return (Object.keys(RULES) as CaseCommandType[]).filter(command => isAllowed(c, party, command))
}
