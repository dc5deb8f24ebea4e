import type { Bearer } from '../orders/arrival'
import type { RecoverAt } from '../orders/order'
import type { ClockName } from '../clock/rules'
import type { Actor, ClaimedLine, Party } from './case'
import type { Follows } from './askAgain'
import type { Claim, Wish } from './claim'
import type { Missing } from './evidence'
import type { GoodsWay } from './goods'
import type { PlanStep } from './handling'
import type { Shares } from './liability'
import type { IntakeChannel, OnBehalf } from './onBehalf'
import type { Logistics } from './file'
import type { About, CaseClass, Criterion, DisputeReason, PaymentChannel, Reason, RecoverFrom, Review } from './reasons'
import type { OfferOption, Remedy } from './remedy'
import type { Video } from './video'
import type { Voice } from './voice'
import type { SaidEvent } from './saidFor'
import type { Holder } from '../route/rule'

/** What every event carries. Events are never changed or removed; `v` is the shape's version, so that old ones stay readable. */
export interface Happened {
  v: 1
  at: number
  by: Actor
  /** The id the client drew for the command: the same id again changes nothing. */
  command: string
}

/** A decision that can be taken back. Until `effectiveAt` it has happened for nobody but its party; old ones without it counted at once. */
interface Recallable {
  effectiveAt?: number
}

/** What was agreed besides the amount; missing on events from when there was nothing else. Fen. */
interface Agreed {
  remedy?: Remedy | null
  freight?: number
  compensation?: number
  returnFirst?: boolean
  /** Of goods that were here and had failed inspection: whether they stay. Missing elsewhere, and on events from before they were sent home: they stayed. */
  kept?: boolean
}

/** What a command yields; what was decided with outside knowledge (amounts, route, policy) stands in the event. */
export type CaseFact =
  /** `voices` is missing on cases filed before one could speak, `videos` where nothing was filmed. */
  | { type: 'Filed'; caseId: string; communityId: string; groupBuyId: string; supplierId: string | null; recoverAt?: RecoverAt; silenceAdmits?: true; line: ClaimedLine
      class: CaseClass; reason: Reason; claim: Claim; wish: Wish; photos: string[]; voices?: Voice[]; videos?: Video[]; words: string; late: boolean; policy: number
      /** What the arrival check had found already: the crate's photos are evidence, and who bears it by default. */
      proven?: { photos: string[]; bearer: Bearer; at: number } | null
      /** Only where the leader filed: by which way it was said, and who of the household is here. Without them the resident filed in the mini-program. */
      channel?: IntakeChannel; residentId?: string | null
      /** Until when the leader had promised all who waited an answer: it was filed in time to be one of them. ms */
      promisedUntil?: number
      /** Who looks first, by the community's rules, by class and by who was there. Missing on cases filed before there were such classes: the leader. */
      heldBy?: Holder
      /** The community's own rule that said so, in the words it had then. Missing: as usual. */
      route?: { id: string; words: string }
      /** Who must never learn of it: those whom a complaint names. Person ids. */
      hiddenFrom?: string[]
      /** Something that its filer must not learn of was open in its lane. */
      beside?: true
      /** Whom it is claimed back from. Missing on older cases: the supplier, where there is one. */
      recoverFrom?: RecoverFrom
      logistics?: Logistics; about?: About
      /** A desk served the community then. */
      desk?: true
      /** The dismissed case that it goes on from. */
      follows?: Follows }
  | { type: 'Settled'; amount: number; recovery: number } & Agreed & Recallable
  | { type: 'Forwarded'; words: string }
  | { type: 'EvidenceAsked'; missing: Missing[]; words: string }
  /** `channel`: by which way the neighbour sent it, where the leader put it in. */
  | { type: 'EvidenceAdded'; photos: string[]; voices: Voice[]; videos?: Video[]; words: string; channel?: IntakeChannel }
  /** `criterionWords`: what the criterion said at that moment. Missing on those from before communities had their own. */
  | { type: 'Rejected'; criterion: Criterion; criterionWords?: string; words: string; review: Review } & Recallable
  | { type: 'Offered'; options: OfferOption[]; words: string } & Recallable
  /** `of`: the place of the decision in the history. */
  | { type: 'DecisionUndone'; of: number }
  | { type: 'OfferAgreed'; option: number; amount: number; recovery: number; onBehalf?: OnBehalf } & Agreed
  | { type: 'OfferDeclined'; words: string; onBehalf?: OnBehalf }
  /** 这不是我的意思: what somebody else answered for the resident does not count. */
  | { type: 'AnswerDisowned'; what: SaidEvent; words: string }
  | { type: 'SupplierGranted'; amount: number; recovery: number; words: string } & Agreed
  | { type: 'SupplierDisputed'; reason: DisputeReason; words: string; photos: string[] }
  | { type: 'RecoveryAdmitted'; words: string }
  | { type: 'RecoveryDisputed'; reason: DisputeReason; words: string; photos: string[] }
  /** `forMany`: note and proof are of other households as well, and the leader's alone. */
  | { type: 'RefundPaid'; channel: PaymentChannel; reference: string; proof: string[]; forMany?: true }
  | { type: 'Withdrawn'; words: string }
  /** `to`: who answers it. */
  | { type: 'Countered'; refund: number; words: string; to: 'leader' | 'supplier' | 'operator' }
  | { type: 'Appealed'; grounds: string; photos: string[]; channel?: IntakeChannel }
  | { type: 'AppealUpheld'; words: string; amount: number; recovery: number } & Agreed
  | { type: 'AppealDismissed'; words: string }
  | { type: 'ClaimExtended'; claim: Claim; wish: Wish; photos: string[]; words: string }
  | { type: 'Referred'; words: string }
  /**
   * `appealEnded`: nobody is left who could look again, so the refusal stands. Of the system, where who had it may not act any more: `nobody` until somebody
   * comes; `why`: missing where a desk is gone, or, `from`, a supplier; `desk`: whether one serves the community now.
   */
  | { type: 'Reassigned'; to: 'leader' | 'operator' | 'nobody'; words: string; appealEnded?: true; why?: 'nobodyElse' | 'cameIn'; from?: 'supplier'; desk?: boolean }
  | { type: 'InvestigationStarted'; words: string; until: number }
  | { type: 'InvestigationEnded'; words: string }
  | { type: 'Planned'; steps: PlanStep[] }
  | { type: 'Noted'; words: string; internal: boolean }
  | { type: 'Expedited'; words: string }
  | { type: 'ReturnSent'; way: GoodsWay; waybill: string; words: string; photos: string[] }
  /** Not brought after all; nothing is given up by it. */
  | { type: 'ReturnCalledOff'; words: string }
  /** `words`: where it goes. */
  | { type: 'ReturnForwarded'; words: string }
  | { type: 'ReturnReceived'; words: string; photos: string[] }
  /** `recovery`: fen claimed back, now that it is known that the household is right; `admitted`: by the supplier's own proposal. */
  | { type: 'ReturnPassed'; words: string; photos: string[]; recovery: number; admitted?: true }
  | { type: 'ReturnFailed'; words: string; photos: string[] }
  | { type: 'GivenBack'; way: GoodsWay; waybill: string; words: string }
  | { type: 'ReplacementSent'; way: GoodsWay; waybill: string; words: string; photos: string[] }
  | { type: 'ReplacementReceived'; words: string; channel?: IntakeChannel; photos?: string[] }
  | { type: 'RefundStarted'; channel: PaymentChannel; words: string }
  | { type: 'RefundFailed'; words: string }
  | { type: 'RefundConfirmed' }
  /** `final`: whoever it is claimed from was heard. `against`: the supplier did not admit it, and nobody else is there who could decide. */
  | { type: 'LiabilitySplit'; shares: Shares; words: string; final: boolean; against?: true }
  | { type: 'Lapsed' }
  /** `amount`: fen that what was agreed takes again; missing where nothing was agreed, or it is no longer there. */
  | { type: 'Reopened'; words: string; amount?: number }
  /** Nothing can bring it back any more: its line is free. */
  | { type: 'Closed' }
  | { type: 'Rated'; speed: number; result: number; attitude: number; words: string }
  /** The leader's word to all who wait: it is the deadline from now on. ms */
  | { type: 'Promised'; until: number }
  /**
   * The neighbour was told: by hand, by this way, by WeChat's message, or because they opened the case. `copy`: the notice whose copy WeChat took; missing where it
   * said that it arrived, and on those stored before anybody could take it back.
   */
  | { type: 'Told'; how: IntakeChannel | OwnWay; copy?: string }
  /** The copy that told them did not arrive, says WeChat, and nothing that is certain told them since. */
  | { type: 'NotTold'; copy: string }
  /** Somebody of the household it was filed for is here now. */
  | { type: 'TakenOver'; residentId: string }
  /** By the clock: whoever has to act was reminded of the promise that began at `since`, the nth time; `late`: after it was due. ms */
  | { type: 'Reminded'; clock: ClockName; since: number; nth: number; party: Party; late: boolean }
  /** By the clock: the desk takes the decision (`takes`), or hears that the promise was not kept. */
  | { type: 'Escalated'; clock: ClockName; since: number; takes: boolean }
  /** By the clock: a supplier who was asked first did not answer. */
  | { type: 'SupplierMissed' }

/** Not by anybody's hand. */
export const OWN_WAYS = { wechat: '微信消息送到了', opened: '自己打开看过了' } as const
export type OwnWay = keyof typeof OWN_WAYS

export type CaseEvent = Happened & CaseFact
export type CaseEventType = CaseFact['type']
