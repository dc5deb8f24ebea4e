import type { Clocks } from '../clock/due'
import type { Bearer } from '../orders/arrival'
import type { RecoverAt } from '../orders/order'
import type { Follows } from './askAgain'
import type { Claim, Wish } from './claim'
import type { CaseEvent } from './events'
import type { EvidenceAsked } from './evidence'
import type { IntakeChannel } from './onBehalf'
import type { Logistics } from './file'
import type { Goods } from './goods'
import type { PlanStep } from './handling'
import type { Shares } from './liability'
import type { About, CaseClass, Criterion, DisputeReason, PaymentChannel, Reason, RecoverFrom, Review } from './reasons'
import type { OfferOption, Remedy } from './remedy'
import type { SaidFor } from './saidFor'
import type { Video } from './video'
import type { Voice } from './voice'

/** Whoever takes part in a case. `system` is the clock and what the platform pushes to us. */
export type Party = 'resident' | 'leader' | 'supplier' | 'operator' | 'system'

/** A person acting for a party; on the record, never shown to other parties. */
export interface Actor {
  party: Party
  personId: string
}

/** What was bought, as it stood when the case was filed. Money is fen. */
export interface ClaimedLine {
  orderId: string
  lineId: string
  productId: string
  title: string
  spec: string
  quantity: number
  paid: number
  /** Fen that could still be claimed on this line at filing: paid − refunded elsewhere − settled in earlier cases. */
  left: number
  /** Fen that the export already told as refunded for the whole order. Missing on cases stored before it was kept. */
  refundedElsewhere?: number
  /** What the seller paid the supplier for the line; null when unknown. Missing on lines filed before costs were known. */
  cost?: number | null
  /** How neighbours name the household; not for suppliers. */
  buyer: string
  /** Name on the parcel; known so that it can be hidden from suppliers wherever it was written. */
  receiver: string
  joinNumber: string
  room: string
  pickupPoint: string
  groupBuyTitle: string
  arrivedAt: number | null
}

export interface Evidence {
  photos: string[]
  /** Missing on cases stored before one could speak. A voice tells who somebody is: never for suppliers. */
  voices?: Voice[]
  /** Missing where nothing was filmed. Never for suppliers, as a voice. */
  videos?: Video[]
  words: string
  by: Party
  at: number
}

export interface Offer {
  by: Party
  at: number
  options: OfferOption[]
  words: string
}

export type DecisionState =
  | 'review' | 'evidence' | 'withSupplier' | 'withOperator' | 'offered' | 'countered' | 'agreed'
  | 'rejected' | 'appealed' | 'dismissed' | 'withdrawn' | 'lapsed'
export type MoneyState = 'none' | 'due' | 'paying' | 'failed' | 'paid' | 'confirmed'
export type RecoveryState = 'none' | 'claimed' | 'admitted' | 'disputed' | 'settled'

/** A refusal, with who gave it: they do not decide the appeal. */
export interface Rejection {
  criterion: Criterion
  /** What it said then. Missing on cases refused before communities had their own. */
  criterionWords?: string
  words: string
  review: Review
  at: number
  /** Missing on cases refused before there were appeals: then it was the leader. */
  by?: Actor
}

/** What the resident would agree to instead of what was offered. Fen. */
export interface Counter {
  refund: number
  words: string
  at: number
}

/** Fen, as in `CaseState`. */
export interface PutAside {
  amount: number
  freight: number
  compensation: number
  remedy: Remedy | null
  goods: Goods
}

/** A decision that whoever gave it may still take back: until then it has happened for nobody else. */
export interface Pending {
  by: Actor
  until: number
  /** The case as it was, and as everybody else still sees it. */
  before: CaseState
}

/** That nothing told the resident but WeChat's copy of a notice, and how it was before: WeChat may still say that it did not arrive. */
export interface ToldByCopy {
  notice: string
  /** Since when they had not been told. ms */
  toTell: number
  /** When each option of the offer ended, where those began anew for them; null where one does not end. Missing where none did. ms */
  ends?: (number | null)[]
}

/** A yes: whose, and in what words what it is about was offered; '' where nothing was written. */
export interface AgreedTo {
  by: 'leader' | 'supplier' | 'operator'
  words: string
}

/**
 * A case as its events make it. Four small machines (`decision`, `money`, `recovery`; goods join with returns),
 * and what people need to see. Times are ms, money is fen.
 */
export interface CaseState {
  id: string
  communityId: string
  groupBuyId: string
  /** Whose case it is; a person id. Null where the leader filed for a household that nobody belongs to here yet. */
  residentId: string | null
  /** By which way the neighbour said it, where the leader filed; null in the mini-program. Missing on cases stored before leaders could. */
  channel?: IntakeChannel | null
  /** Who answers for the product; null when the leader has not said. */
  supplierId: string | null
  /** As agreed with the supplier when the case was filed; a later agreement changes nothing here. Missing: at retail. */
  recoverAt?: RecoverAt
  /** As agreed with the supplier when the case was filed: who does not answer what is claimed in time has admitted it. Missing: no. */
  silenceAdmits?: boolean
  /** Whom it is claimed back from. Missing on older cases: the supplier, where there is one. */
  recoverFrom?: RecoverFrom
  /** Who must never learn of it: those whom a complaint names. Person ids; missing: nobody. */
  hiddenFrom?: string[]
  /** The community whose leader, helpers and helper leaders must never learn of it, whoever they are by then: a desk took what names them. Missing: none. */
  hiddenIn?: string
  /** Who filed it and must not learn of the one that was open in its lane: it is open beside that one. A person id. */
  beside?: string
  /** Who does what follows from a complaint that is hidden from somebody. Missing: the leader's side, or the desk that serves the community. */
  handledBy?: 'leader' | 'operator'
  /** Since when nobody is left who may see it and decide it; null once somebody is. Missing: there always was. ms */
  nobodyThere?: number | null
  /** Of what is on its way; '' where nobody knows. */
  logistics?: Logistics
  /** Whom a complaint about the service is about. */
  about?: About
  line: ClaimedLine
  class: CaseClass
  reason: Reason
  claim: Claim
  wish: Wish
  /** Filed after the claim window: flagged, never refused. */
  late: boolean
  evidence: Evidence[]
  /** Who answers for it by the arrival check, which proved it. Missing where nothing was proven, and on older cases. */
  provenBearer?: Bearer | null
  decision: DecisionState
  decisionSince: number
  /** What the resident is asked to add; null while nobody waits for it. Missing on cases stored before one could ask. */
  evidenceAsked?: EvidenceAsked | null
  /** How often more was asked for. Missing: never. */
  evidenceRounds?: number
  offer: Offer | null
  /** The leader's word for this stay with the leader; null where none was given. Missing on cases stored before there were promises. */
  promise?: { until: number; at: number } | null
  rejection: Rejection | null
  /** What the resident asked for last, instead of the wish; null where the wish stands. Missing on cases stored before one could. */
  counter?: Counter | null
  /** Fen of the best that was declined of what the wish asks for (0 where it asks for no money): the wish is nobody's consent any more. Null or missing: it still is. */
  wishDeclined?: number | null
  /** How often the resident asked for something else. Missing: never. */
  counterRounds?: number
  /** Nobody acts for the supplier any more, where a case is read for somebody. Never stored; missing: somebody does, or nobody supplies it. */
  supplierGone?: boolean
  /** Whether a desk serves the community: as it was when the case was filed, and as it is now where a case is read for somebody. Missing: none does. */
  desk?: boolean
  /** Who asked the supplier or offered, and takes it back then; missing: the leader. */
  askedBy?: 'review' | 'withOperator'
  /** What somebody else last answered for the resident; null or missing where nobody did, or the resident stood by it. */
  saidFor?: SaidFor | null
  /** The appeal against the refusal as it stands; null where there is none. Missing: none. */
  appeal?: { grounds: string; photos: string[]; at: number; channel?: IntakeChannel
    /** Who put it in for the resident; a person id. Missing: the resident. */
    by?: string
    /** How often something was investigated for it. Missing: never. */
    investigated?: number } | null
  /** Since when somebody may be asked to look again, where an earlier asking ended without an answer; null: since the refusal. ms */
  appealFrom?: number | null
  appealDecision?: { uphold: boolean; words: string; at: number } | null
  /** The case that was dismissed before this one, and who may not decide this one. Missing: none. */
  follows?: Follows | null
  /** Where it lay when nobody answered; null unless it lapsed. `agreed`: what had to come back first was not brought. */
  lapsedFrom?: DecisionState | null
  /** What was agreed, while the return it waits for is put aside: nothing is owed until it is taken up again. */
  putAside?: PutAside | null
  /** Since when nothing can bring it back and its line is free; missing or null: something still can. ms */
  closedAt?: number | null
  /** While something is found out: no clock of the decision runs. */
  investigation?: { words: string; until: number; at: number } | null
  /** How often something was investigated. Missing: never. */
  investigations?: number
  plan?: { steps: PlanStep[]; at: number } | null
  expeditedAt?: number | null
  /** Goods that go back, or come. Missing: none ever did. */
  goods?: Goods | null
  /** What was agreed; missing on cases agreed before there was anything but a refund. */
  remedy?: Remedy | null
  /** Who said yes to it, and what was written with it. Missing on cases agreed before this was kept: then whoever it lay with is not told apart. */
  agreedTo?: AgreedTo | null
  /** Fen on top of `amount`, due or paid with it. Missing: none. */
  freight?: number
  compensation?: number
  /** It needed somebody besides the leader, or goods to move. Missing: it did not. */
  complex?: true
  /** What its community's promises are counted by now; put in where a case is read, and never stored. Missing: as usual. */
  clocks?: Clocks
  /** Why the last try to pay did not arrive. */
  refundTrouble?: { words: string; at: number } | null
  /** Who bears it; null until somebody said so. Missing: nobody did. Fen. */
  liability?: Shares | null
  rating?: { speed: number; result: number; attitude: number; words: string } | null
  money: MoneyState
  moneySince: number | null
  /** Fen due to the resident, or paid. */
  amount: number
  payment: { channel: PaymentChannel; reference: string; proof: string[]; at: number } | null
  recovery: RecoveryState
  recoverySince: number | null
  /** Fen claimed from the supplier. */
  claimedFromSupplier: number
  dispute: { reason: DisputeReason; words: string; photos: string[]; at: number } | null
  /** How often the supplier did not admit it. Missing: never. */
  disputes?: number
  /** It stands as the leader's own entry: the supplier did not admit it, and there was nobody else to decide. Missing: it does not. */
  standsAgainst?: boolean
  /** How often it was planned, and how often something was noted for the resident or among those who handle it. Missing: never. */
  plans?: number
  notes?: { forAll: number; internal: number }
  /** What the supplier said when asked before a decision. */
  supplierSaid: { words: string; reason: DisputeReason; photos: string[]; at: number } | null
  /**
   * Since when there is something the resident should know that somebody else decided, did or promised; null when they said the last word, or
   * were told by hand. Missing on cases stored before it was kept. ms
   */
  toTell?: number | null
  /** When the resident came to know of what had happened up to when, in that order: what they did themselves, at once. Missing: that is not known to have taken them any time. ms */
  told?: { upTo: number; at: number; byCopy?: ToldByCopy }[]
  filedAt: number
  updatedAt: number
  /**
   * Kept until the next event, also when its time is over: a case has no clock of its own. Ask `pendingAt`.
   * Missing on cases stored before decisions could be taken back.
   */
  pending?: Pending | null
}

/** A case with its whole history; `version` is the number of its events and guards every write. */
export interface Case {
  state: CaseState
  events: CaseEvent[]
  version: number
}
