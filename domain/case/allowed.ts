import type { Actor, CaseState, DecisionState, Party } from './case'
import type { CaseCommandType } from './commands'
import { pendingAt, seenBy } from './effect'
import { roundsLeft } from './evidence'

/** Who may do what, and when. Anything not written here is refused. */
interface Rule {
  by: readonly Party[]
  when: (c: CaseState) => boolean
}

const inDecision = (...states: DecisionState[]) => (c: CaseState) => states.includes(c.decision)

export const RULES: Record<CaseCommandType, Rule> = {
  // The leader decides alone, also while the supplier or the neighbour is being asked.
  settle: { by: ['leader', 'operator'], when: inDecision('review', 'withSupplier', 'evidence') },
  forward: { by: ['leader'], when: c => c.decision === 'review' && c.supplierId !== null },
  reject: { by: ['leader', 'operator'], when: inDecision('review', 'withSupplier', 'evidence') },
  askEvidence: { by: ['leader', 'supplier', 'operator'], when: c => inDecision('review', 'withSupplier')(c) && roundsLeft(c) > 0 },
  addEvidence: { by: ['resident', 'leader', 'operator'], when: inDecision('review', 'withSupplier', 'evidence') },
  // Nothing left on the line: nothing to offer. Anew where nobody can agree to what was offered: there is not so much left any more.
  offer: { by: ['leader', 'supplier', 'operator'], when: c => (inDecision('review', 'withSupplier', 'evidence')(c) || (c.decision === 'offered' && !offerFits(c))) && c.line.left > 0 },
  // On behalf only with proof: see `decide`.
  agree: { by: ['resident', 'leader'], when: inDecision('offered') },
  decline: { by: ['resident', 'leader'], when: inDecision('offered') },
  withdraw: { by: ['resident'], when: inDecision('review', 'withSupplier', 'evidence', 'offered') },
  grantAsAsked: { by: ['supplier'], when: inDecision('withSupplier') },
  disputeAsAsked: { by: ['supplier'], when: inDecision('withSupplier') },
  admitRecovery: { by: ['supplier'], when: c => c.recovery === 'claimed' },
  disputeRecovery: { by: ['supplier'], when: c => c.recovery === 'claimed' },
  payRefund: { by: ['leader'], when: c => c.money === 'due' },
  // Once per stay: a promise that could be put off again and again would be none.
  promise: { by: ['leader'], when: c => c.decision === 'review' && !c.promise },
  tell: { by: ['leader'], when: c => c.toTell != null },
  takeOver: { by: ['resident'], when: c => c.residentId === null },
  // While it can still be taken back; there is nothing else to do then.
  undo: { by: ['leader', 'supplier', 'operator'], when: () => false },
}

/** A supplier proposes, or asks for more, only while asked; a leader also without having asked. */
function isAsked(c: CaseState, party: Party): boolean {
  return party !== 'supplier' || c.decision === 'withSupplier'
}

const WHILE_ASKED: readonly CaseCommandType[] = ['offer', 'askEvidence']

/** Whether there is enough left for any of what was offered. */
export function offerFits(c: CaseState): boolean {
  return c.offer?.options.some(o => o.refund <= c.line.left) ?? false
}

/** Whether this party may give this command at all, in any state. */
export function isPartysCommand(party: Party, command: CaseCommandType): boolean {
  return RULES[command].by.includes(party)
}

/**
 * Whether this person may give this command now. While a decision is pending, its party waits: nothing is paid on what may yet be taken back,
 * and only whoever gave it takes it back. All others go by what they see.
 */
export function isAllowed(c: CaseState, by: Actor, command: CaseCommandType, now: number): boolean {
  const pending = pendingAt(c, now)
  if (pending?.by.party === by.party) return command === 'undo' && pending.by.personId === by.personId
  // Changes nothing that anybody decided, so it waits rather than letting a decision fall.
  if (pending && command === 'takeOver') return false
  const seen = seenBy(c, by.party, now)
  return isPartysCommand(by.party, command) && RULES[command].when(seen) && (!WHILE_ASKED.includes(command) || isAsked(seen, by.party))
}

/** Everything this person may do now; screens show exactly these. */
export function allowedCommands(c: CaseState, by: Actor, now: number): CaseCommandType[] {
  return (Object.keys(RULES) as CaseCommandType[]).filter(command => isAllowed(c, by, command, now))
}
