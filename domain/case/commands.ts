import type { Claim } from './claim'
import type { Missing } from './evidence'
import type { GoodsWay } from './goods'
import type { PlanStep } from './handling'
import type { Shares } from './liability'
import type { IntakeChannel, OnBehalf } from './onBehalf'
import type { Criterion, DisputeReason, PaymentChannel, Review } from './reasons'
import type { OfferOption } from './remedy'
import type { Video } from './video'
import type { Voice } from './voice'

/** What a person can do to a case once it is filed. Who may, and in which state, is decided in `decide`. Fen. */
export type CaseCommand =
  /** `freight`, `compensation`: on top of what was paid. `returnFirst`: an exchange or a repair takes the goods back first. */
  | { type: 'settle'; amount?: number | undefined; freight?: number | undefined; compensation?: number | undefined; returnFirst?: boolean | undefined }
  | { type: 'forward'; words: string }
  /** 补张照片: what is missing, exactly. */
  | { type: 'askEvidence'; missing: Missing[]; words: string }
  /** `channel`: by which way the neighbour sent it, when the leader puts it in. */
  | { type: 'addEvidence'; photos: string[]; voices: Voice[]; videos?: Video[]; words: string; channel?: IntakeChannel | undefined }
  | { type: 'reject'; criterion: Criterion; words: string; review: Review }
  | { type: 'offer'; options: OfferOption[]; words: string }
  /** `onBehalf` when it is the leader who puts down what the neighbour said. */
  | { type: 'agree'; option: number; onBehalf?: OnBehalf | undefined }
  | { type: 'decline'; words: string; onBehalf?: OnBehalf | undefined }
  /** 这不是我的意思: of what somebody else answered for them. */
  | { type: 'disown'; words: string }
  /** 还个价: what the resident would agree to instead. */
  | { type: 'counter'; refund: number; words: string }
  | { type: 'withdraw'; words: string }
  /** 找人再看看: somebody who did not decide it looks again. `channel`: by which way the neighbour said so, when an operator puts it in. */
  | { type: 'appeal'; grounds: string; photos: string[]; channel?: IntakeChannel | undefined }
  | { type: 'decideAppeal'; uphold: boolean; words: string }
  /** More pieces of the same line turned out bad. */
  | { type: 'extendClaim'; claim: Claim; photos: string[]; words: string }
  /** 请平台定. */
  | { type: 'refer'; words: string }
  /** `nobody`, `why`: the system's. */
  | { type: 'reassign'; to: 'leader' | 'operator' | 'nobody'; words: string; why?: 'nobodyElse' | 'cameIn' }
  /** `until`: when an end of it is expected. ms */
  | { type: 'investigate'; words: string; until: number }
  | { type: 'endInvestigation'; words: string }
  | { type: 'plan'; steps: PlanStep[] }
  /** `internal`: for those who decide only. */
  | { type: 'note'; words: string; internal: boolean }
  /** 催一下. */
  | { type: 'expedite'; words: string }
  | { type: 'sendReturn'; way: GoodsWay; waybill: string; words: string; photos: string[] }
  /** 不退了: as long as the goods were not handed over. */
  | { type: 'callOffReturn'; words: string }
  /** What came back, or is to come, is received and looked at by the supplier. `words`: where it goes. */
  | { type: 'forwardReturn'; words: string }
  | { type: 'receiveReturn'; words: string; photos: string[] }
  | { type: 'inspectReturn'; passed: boolean; words: string; photos: string[] }
  /** What failed inspection goes back to the household. */
  | { type: 'giveBack'; way: GoodsWay; waybill: string; words: string }
  | { type: 'sendReplacement'; way: GoodsWay; waybill: string; words: string; photos: string[] }
  /** `channel`, `photos`: by which way the neighbour said so, and what shows it, when the leader puts it in. */
  | { type: 'receiveReplacement'; words: string; channel?: IntakeChannel | undefined; photos?: string[] | undefined }
  /** The refund is on its way in another app, or waits for somebody. */
  | { type: 'startRefund'; channel: PaymentChannel; words: string }
  /** It did not go through, or did not arrive. */
  | { type: 'failRefund'; words: string }
  | { type: 'confirmRefund' }
  | { type: 'splitLiability'; shares: Shares; words: string }
  /** Of the clock: who was waited for did not answer. */
  | { type: 'lapse' }
  /** Of the clock: nothing can bring it back, so its line is free. */
  | { type: 'close' }
  | { type: 'reopen'; words: string }
  | { type: 'rate'; speed: number; result: number; attitude: number; words: string }
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
