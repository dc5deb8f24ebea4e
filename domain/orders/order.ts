import type { PublishedCriterion } from '../case/criteria'
import type { StoredReplies } from '../replies/reply'
import type { StoredRoutes } from '../route/rule'
import type { ArrivalCheck } from './arrival'
import type { ClockPolicy } from '../clock/rules'
import type { DayHours, StoredDay } from '../clock/serviceHours'
import type { StandingPromise } from '../clock/tonight'
import type { ProductWarning } from '../hazard/affected'
import type { TeamMember } from '../people/team'

/** What one household bought in one group-buy, as far as the after-sales desk needs to know it. Money is fen, times are ms. */

/**
 * Where an order stands, in our words; exports say 已支付, 已发货, 已送达, 已收货 (paid), 待支付 (unpaid), 已取消 (cancelled), 已退款 (refunded).
 * Only a `paid` order can be claimed on.
 */
export type OrderStatus = 'paid' | 'unpaid' | 'cancelled' | 'refunded'

/** One product of an order: what a case is about. */
export interface OrderLine {
  /** Stable within the order across newer exports of it: made of the product's key and its position among equal ones. */
  id: string
  productId: string
  /** As the seller wrote it, e.g. 【丹东99草莓】顺丰冷链 */
  title: string
  /** e.g. 2斤/盒; empty when the export gives none */
  spec: string
  quantity: number
  /** Fen paid for the whole line, discounts allocated to it. */
  paid: number
}

export interface Order {
  /** Derived from community, group-buy and `key`: the same row of a newer export is the same order. */
  _id: string
  communityId: string
  groupBuyId: string
  /** The row's key: 订单号, else 团购标题 + 跟团号. */
  key: string
  /** 跟团号: the buyer's number within one group-buy; '' when the export has none. */
  joinNumber: string
  /** Name as neighbours see it (下单人). */
  buyer: string
  /** Receiver's name without a virtual-number suffix; '' when none. */
  receiver: string
  /** Last four digits of the phone; '' when the export has none. */
  phoneLast4: string
  /** Keyed hash of the whole phone; '' when the export masks it: then the leader confirms a binding. */
  phoneHash: string
  /** Building and room at most, e.g. 9号楼1504室; '' when not recognised. */
  room: string
  pickupPoint: string
  status: OrderStatus
  /** Fen. */
  total: number
  /** Fen already refunded for the whole order, according to the newest export. */
  refunded: number
  paidAt: number | null
  lines: OrderLine[]
  /** Person ids of the household's members who bound this order. */
  residents: string[]
  /** When the household fetched it; null or missing: not that anybody knows. */
  pickedUpAt?: number | null
  importedAt: number
  /** What decisions were about to take. Missing where nothing ever became due. */
  reserved?: Reservation[]
  /** Guards what may become due: counts imports that changed the order, and reservations. Missing before the first. */
  moneyVersion?: number
}

/**
 * What a decision is about to take from an order; written before the decision is, guarded by `moneyVersion`, so that of two cases decided at the
 * same moment the later one knows. See docs/decisions/0015.
 */
export interface Reservation {
  caseId: string
  lineId: string
  /** Fen. */
  amount: number
  /** The version of the case that was decided: once it has another, its own state tells what it took. */
  version: number
  /** How often the case had lost a reservation by then. */
  outbid: number
}

/** A product of a group-buy. */
export interface Product {
  id: string
  title: string
  spec: string
  /** Fen per piece; null when neither a product list nor a single-product order tells. */
  price: number | null
  /** Fen per piece that the seller pays the supplier; null when no list says. Missing on products stored before lists could. */
  cost?: number | null
  /** null: the leader is asked to name one. */
  supplierId: string | null
  delivery: 'pickup' | 'courier' | 'unknown'
}

/** One round of selling. */
export interface GroupBuy {
  _id: string
  communityId: string
  title: string
  /** Who refunds, and where (only `otherApp` and `cash` until a merchant account is linked). */
  refundIn: 'otherApp' | 'cash'
  /** When the goods came (已到货); null before. */
  arrivedAt: number | null
  products: Product[]
  /** What the leader counted when it came; missing where nobody did. */
  checks?: ArrivalCheck[]
  importedAt: number
  /** Where its mini-program code is kept; missing until somebody wanted it. */
  codePath?: string
  /** What is warned of now, by product id; missing where nothing ever was. */
  warnings?: Record<string, ProductWarning>
  /** Guards writes. */
  version: number
}

/** What is claimed back from a supplier: what the household paid, or what the seller paid for it. */
export type RecoverAt = 'retail' | 'cost'

/** Who answers for products. One leader's address book entry; several people may act for it. */
export interface Supplier {
  _id: string
  communityId: string
  name: string
  /** What the leader and the supplier agreed to settle at; cases filed before a change keep theirs. Missing: at retail. */
  recoverAt?: RecoverAt
  /** Whether a claim that is not answered in time is admitted; a later agreement changes nothing about cases filed before. Missing: no. */
  silenceAdmits?: boolean
  createdAt: number
}

/** One leader's group of residents. */
export interface Community {
  _id: string
  name: string
  pickupPoints: string[]
  /** Person id. */
  leaderId: string
  leaderName: string
  /** Shown to residents as 打电话给团长; '' when not given. */
  leaderPhone: string
  /** Helpers and helper leaders by person id, so that each is written by itself. Missing where there never were any. */
  team?: Record<string, TeamMember>
  /** When people are here to answer. Missing: every day from 8 to 22. */
  serviceHours?: readonly StoredDay[]
  /** On public holidays. Missing or null: as on any other day. */
  holidayHours?: DayHours | null
  /** What its promises are counted by, every version there was, oldest first; none is ever changed. Missing: as usual, within the hours above. */
  clocks?: readonly ClockPolicy[]
  /** The newest of them. Missing: none. */
  clocksVersion?: number
  /** When its clocks or its desk changed, as long as its cases have to be looked at again for it. ms */
  lookAgainAt?: number | null
  /** Nobody: then 12315 is shown and no promise of an appeal is made. */
  appealBody: 'operator' | 'none'
  /** Its own rules about where cases go. Missing: none. */
  routes?: StoredRoutes
  /** Its own sentences to tap. Missing: the usual ones. */
  replies?: StoredReplies
  /** Its own reasons for not agreeing, by code without `own:`, so that each is written by itself. Missing: none. */
  criteria?: Record<string, PublishedCriterion>
  /** How often these were changed, so that of two at the same moment the second looks again. Missing: never, since it is counted. */
  criteriaVersion?: number
  /** 平台: the desk that serves it, which is its appeal body. Missing: none does. */
  deskId?: string
  /** Of that desk, kept so that nobody has to look it up. */
  deskName?: string
  deskPhone?: string
  /** A desk ended its service here, and something of it may still wait for one: the clock gives it back to the leader. */
  deskLeft?: boolean
  /** What was last promised to all who waited; who reports while it still leaves time joins it. Missing: nothing was. */
  promise?: StandingPromise
  createdAt: number
}
