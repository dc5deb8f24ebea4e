import type { CaseState } from './case'
import type { CaseCommand } from './commands'
import { askedFor } from './decide'
import type { Criterion, DisputeReason, PaymentChannel, Review } from './reasons'

/**
 * One decision for many cases that have one cause; each case keeps its own history and is decided by its own rules. Money is fen.
 * `asAsked`: each what it asked for. `share`: so many percent of what was paid for the pieces that are bad. `perPiece`: so much for each of them.
 */
export type JointStep =
  | { type: 'asAsked' }
  | { type: 'share'; percent: number; words: string }
  | { type: 'perPiece'; amount: number; words: string }
  | { type: 'reject'; criterion: Criterion; words: string; review: Review }
  | { type: 'promise'; until: number }
  | { type: 'payRefund'; channel: PaymentChannel; reference: string; photos: string[] }
  | { type: 'admitRecovery'; words: string }
  | { type: 'disputeRecovery'; reason: DisputeReason; words: string; photos: string[] }

/** Whether everybody else hears of it only seconds later, so that it can be taken back. */
export function canBeTakenBack(step: JointStep): boolean {
  return step.type === 'asAsked' || step.type === 'share' || step.type === 'perPiece' || step.type === 'reject'
}

/**
 * What the joint decision means for one case. A neighbour who asked for no more than what is decided has said yes by asking; one who asked
 * for more is offered it. Who asked for nothing gets nothing but the word: nobody is paid who did not want it.
 */
export function stepFor(c: CaseState, step: JointStep): CaseCommand {
  switch (step.type) {
    case 'asAsked': return { type: 'settle' }
    case 'share': return atMost(c, shareOf(c, step.percent), step.words)
    case 'perPiece': return atMost(c, Math.min(step.amount * c.claim.bad, shareOf(c, 100)), step.words)
    default: return step
  }
}

function atMost(c: CaseState, amount: number, words: string): CaseCommand {
  const asked = askedFor(c)
  if (asked === 0) return { type: 'settle' }
  const refund = Math.min(amount, c.line.left)
  return refund >= asked ? { type: 'settle', amount: refund } : { type: 'offer', options: [{ remedy: 'refund', refund }], words }
}

/** Fen: percent of what the bad pieces cost, rounded half up. */
function shareOf({ line, claim }: CaseState, percent: number): number {
  const whole = line.quantity * 100
  return Math.floor((2 * line.paid * claim.bad * percent + whole) / (2 * whole))
}
