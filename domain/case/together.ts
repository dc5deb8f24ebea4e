import type { CaseState } from './case'
import { piecesOf, type Claim } from './claim'
import type { CaseCommand } from './commands'
import { askedFor } from './negotiate'
import type { IntakeChannel } from './onBehalf'
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
  /** 已经告诉: all of them by hand, by one way. */
  | { type: 'tell'; how: IntakeChannel }
  | { type: 'admitRecovery'; words: string }
  | { type: 'disputeRecovery'; reason: DisputeReason; words: string; photos: string[] }

/** Whether everybody else hears of it only seconds later, so that it can be taken back. */
export function canBeTakenBack(step: JointStep): boolean {
  return isAmount(step) || step.type === 'reject'
}

/**
 * What the joint decision means for one case. A neighbour who asked for no more than what is decided has said yes by asking; one who asked
 * for more is offered it. Who asked for nothing gets nothing but the word: nobody is paid who did not want it.
 */
export function stepFor(c: CaseState, step: JointStep): CaseCommand {
  if (!isAmount(step)) return step
  const { refund, settles } = meansFor(complaintOf(c), step)
  if (!settles) return { type: 'offer', options: [{ remedy: 'refund', refund }], words: step.type === 'asAsked' ? '' : step.words }
  return step.type === 'asAsked' || refund === 0 ? { type: 'settle' } : { type: 'settle', amount: refund }
}

/** What of a case decides about its share. Fen. */
export interface Complaint {
  asked: number
  paid: number
  left: number
  quantity: number
  claim: Claim
  /** Such a thing was declined before: it has to be agreed to. */
  declined?: boolean
}

export function complaintOf(c: CaseState): Complaint {
  return { asked: askedFor(c), paid: c.line.paid, left: c.line.left, quantity: c.line.quantity, claim: c.claim, ...(c.wishDeclined == null ? {} : { declined: true }) }
}

type Amount = Extract<JointStep, { type: 'asAsked' | 'share' | 'perPiece' }>

export function isAmount(step: JointStep): step is Amount {
  return step.type === 'asAsked' || step.type === 'share' || step.type === 'perPiece'
}

/** What a household gets, and whether that is settled with it or has to be agreed to: for the preview and for the deed. */
export function meansFor(c: Complaint, step: Amount): { refund: number; settles: boolean } {
  if (c.asked === 0 || step.type === 'asAsked') return { refund: c.asked, settles: c.asked === 0 || !c.declined }
  const wanted = step.type === 'share' ? shareOf(c, step.percent) : Math.min(step.amount * piecesOf(c.claim, c.quantity), shareOf(c, 100))
  const refund = Math.min(wanted, c.left)
  return { refund, settles: refund >= c.asked && !c.declined }
}

/** Whether so much for each bad piece is more than was paid for them, so that the household gets what was paid and no more. */
export function isCapped(c: Complaint, step: JointStep): boolean {
  return step.type === 'perPiece' && c.asked > 0 && step.amount * piecesOf(c.claim, c.quantity) > Math.min(shareOf(c, 100), c.left)
}

/** Fen: percent of what the bad pieces cost, rounded half up. */
function shareOf({ paid, quantity, claim }: Complaint, percent: number): number {
  const whole = quantity * 100
  return Math.floor((2 * paid * piecesOf(claim, quantity) * percent + whole) / (2 * whole))
}
