import type { OfferOption } from './case'
import type { Missing } from './evidence'
import type { IntakeChannel, OnBehalf } from './onBehalf'
import type { Criterion, DisputeReason, PaymentChannel, Review } from './reasons'
import type { Voice } from './voice'

/** What a person can do to a case once it is filed. Who may, and in which state, is decided in `decide`. Fen. */
export type CaseCommand =
  | { type: 'settle'; amount?: number | undefined }
  | { type: 'forward'; words: string }
  /** 补张照片: what is missing, exactly. */
  | { type: 'askEvidence'; missing: Missing[]; words: string }
  /** `channel`: by which way the neighbour sent it, when the leader puts it in. */
  | { type: 'addEvidence'; photos: string[]; voices: Voice[]; words: string; channel?: IntakeChannel | undefined }
  | { type: 'reject'; criterion: Criterion; words: string; review: Review }
  | { type: 'offer'; options: OfferOption[]; words: string }
  /** `onBehalf` when it is the leader who puts down what the neighbour said. */
  | { type: 'agree'; option: number; onBehalf?: OnBehalf | undefined }
  | { type: 'decline'; words: string; onBehalf?: OnBehalf | undefined }
  | { type: 'withdraw'; words: string }
  | { type: 'grantAsAsked'; words: string }
  | { type: 'disputeAsAsked'; reason: DisputeReason; words: string; photos: string[] }
  | { type: 'admitRecovery'; words: string }
  | { type: 'disputeRecovery'; reason: DisputeReason; words: string; photos: string[] }
  | { type: 'undo' }
  /** 已经当面告诉: the leader told the neighbour by hand. */
  | { type: 'tell'; how: IntakeChannel }
  /** Who binds the order makes a case that was filed for the household their own. Comes of binding, not of a tap. */
  | { type: 'takeOver' }
  /** 今晚9点前统一处理: until when everybody who waits has an answer. ms */
  | { type: 'promise'; until: number }
  /** `forMany`: the picture and the note prove other households' refunds as well. Comes of paying many at once, not of a tap. */
  | { type: 'payRefund'; channel: PaymentChannel; reference: string; photos: string[]; forMany?: boolean | undefined }

export type CaseCommandType = CaseCommand['type']
