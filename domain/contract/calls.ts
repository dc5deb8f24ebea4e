import * as v from 'valibot'
import { DAMAGE_STEPS } from '../case/claim'
import { INTAKE_CODES } from '../case/onBehalf'
import { CHANNEL_CODES, CRITERION_CODES, DISPUTE_CODES, REASON_CODES, REVIEW_CODES } from '../case/reasons'
import type { Party } from '../case/case'
import type { Stage } from '../case/stage'
import type { JointStep } from '../case/together'
import { LONGEST_CHAT, type ChatReading } from '../orders/chatReading'
import type { CaseCard, CaseView } from '../people/caseView'
import type { ImportPreview, ImportResult } from './importReport'

/**
 * Every call a person can make: its input's schema here, its answer's type in `Answers`. Inputs are strict: an unknown field is refused,
 * so that nobody can slip in a role, a price or an openid. Who calls is never part of an input.
 */

const id = (what: string) => v.pipe(v.string(`${what}不对`), v.regex(/^[\w:-]{1,80}$/, `${what}不对`))
/** Drawn by the client; makes a call safe to repeat. */
const drawnId = v.pipe(v.string('编号不对'), v.uuid('编号不对'))
const words = v.pipe(v.string('文字不对'), v.trim(), v.maxLength(500, '最多写 500 个字'))
const fen = v.pipe(v.number('金额不对'), v.safeInteger('金额不对'), v.minValue(0, '金额不对'))
const count = v.pipe(v.number('数量不对'), v.safeInteger('数量要是整数'), v.minValue(1, '至少 1 件'))
/** One more than the nine allowed, so that the domain and not the schema says what is wrong; more is nobody's honest tap. */
const photos = v.pipe(v.array(id('照片'), '照片不对'), v.maxLength(50, '照片太多了'))
/** ms */
const instant = v.pipe(v.number('时间不对'), v.safeInteger('时间不对'), v.minValue(0, '时间不对'))
const grams = v.pipe(v.number('重量不对'), v.safeInteger('重量要是整数克'), v.minValue(0, '重量不对'))
/** cloud://… as an upload answers it. */
const fileId = v.pipe(v.string('文件不对'), v.regex(/^cloud:\/\/[\w.-]+\/[\w./-]{1,200}$/, '文件不对'))
const party = v.picklist(['resident', 'leader', 'supplier'], '身份不对')

/** Cases that one decision is for [spec: 80 at once is normal, 500 must work]. */
const MOST_TOGETHER = 500

const claim = v.variant('measure', [
  v.strictObject({ measure: v.literal('pieces'), bad: count, damage: v.picklist(DAMAGE_STEPS, '请选坏到什么程度') }),
  v.strictObject({ measure: v.literal('weight'), bad: count, promised: grams, actual: grams }),
], '请填坏了多少')

const wish = v.variant('kind', [
  v.strictObject({ kind: v.literal('refund'), amount: fen }),
  v.strictObject({ kind: v.literal('none') }),
], '请选想怎么处理')

const rejecting = { criterion: v.picklist(CRITERION_CODES, '请选一个原因'), words, review: v.picklist(REVIEW_CODES, '请选怎么看的') }
const paying = { channel: v.picklist(CHANNEL_CODES, '请选在哪里退的'), reference: words, photos }
const disputing = { reason: v.picklist(DISPUTE_CODES, '请选一个原因'), words, photos }

/** What a neighbour said elsewhere, put down by the leader. */
const channel = v.picklist(INTAKE_CODES, '请选他是怎么说的')
const onBehalf = v.optional(v.strictObject({ channel, words, photos }))

const command = v.variant('type', [
  v.strictObject({ type: v.literal('settle'), amount: v.optional(fen) }),
  v.strictObject({ type: v.literal('forward'), words }),
  v.strictObject({ type: v.literal('reject'), ...rejecting }),
  v.strictObject({ type: v.literal('offer'), options: v.pipe(v.array(v.strictObject({ remedy: v.literal('refund'), refund: fen })), v.maxLength(3, '最多三个办法')), words }),
  v.strictObject({ type: v.literal('agree'), option: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), onBehalf }),
  v.strictObject({ type: v.literal('decline'), words, onBehalf }),
  v.strictObject({ type: v.literal('withdraw'), words }),
  v.strictObject({ type: v.literal('grantAsAsked'), words }),
  v.strictObject({ type: v.literal('disputeAsAsked'), ...disputing }),
  v.strictObject({ type: v.literal('admitRecovery'), words }),
  v.strictObject({ type: v.literal('disputeRecovery'), ...disputing }),
  v.strictObject({ type: v.literal('undo') }),
  v.strictObject({ type: v.literal('tell'), how: channel }),
  v.strictObject({ type: v.literal('promise'), until: instant }),
  v.strictObject({ type: v.literal('payRefund'), ...paying }),
], '没有这一步')

const jointStep = v.variant('type', [
  v.strictObject({ type: v.literal('asAsked') }),
  v.strictObject({ type: v.literal('share'), percent: v.pipe(v.number('比例不对'), v.safeInteger('比例不对'), v.minValue(1, '至少退 1%'), v.maxValue(100, '最多全退')), words }),
  v.strictObject({ type: v.literal('perPiece'), amount: v.pipe(fen, v.minValue(1, '请填每件退多少')), words }),
  v.strictObject({ type: v.literal('reject'), ...rejecting }),
  v.strictObject({ type: v.literal('promise'), until: instant }),
  v.strictObject({ type: v.literal('payRefund'), ...paying }),
  v.strictObject({ type: v.literal('admitRecovery'), words }),
  v.strictObject({ type: v.literal('disputeRecovery'), ...disputing }),
], '没有这一步')
const batch = { groupBuyId: id('团购'), productId: id('商品') }

export const inputs = {
  /** Who am I, what may I do, where may I upload. The first call of every start. */
  whoAmI: v.strictObject({}),
  /** What waits for me, and what I bought lately. */
  residentHome: v.strictObject({}),
  /** The card of a group-buy that a leader shared; open to anyone who has its id. */
  showGroupBuy: v.strictObject({ groupBuyId: id('团购') }),
  /** Finds a household's own orders: five tries a day. */
  bindOrders: v.strictObject({ groupBuyId: id('团购'), joinNumber: v.pipe(v.string(), v.trim(), v.regex(/^[#\w号-]{1,20}$/, '请填跟团号')), phoneLast4: v.pipe(v.string(), v.regex(/^\d{4}$/, '请填手机号的后四位')) }),
  /** One line of an own order, for filing. */
  showLine: v.strictObject({ orderId: id('订单'), lineId: id('商品') }),
  /** Takes an uploaded picture as evidence: checked, stripped, kept where no client can write. Safe to repeat. */
  addPhoto: v.strictObject({ fileId }),
  fileCase: v.strictObject({ caseId: drawnId, orderId: id('订单'), lineId: id('商品'), reason: v.picklist(REASON_CODES, '请选哪里不对'), claim, wish, photos, words }),
  /** The leader files what a neighbour said in the chat, by phone or on site. */
  fileOnBehalf: v.strictObject({ caseId: drawnId, orderId: id('订单'), lineId: id('商品'), channel, reason: v.picklist(REASON_CODES, '请选哪里不对'), claim, wish, photos, words }),
  /** Who bought what in a group-buy, for filing on behalf. */
  listHouseholds: v.strictObject({ groupBuyId: id('团购') }),
  /** Reads text copied from a chat or a 接龙 into proposed cases; nothing is kept or filed. */
  readChat: v.strictObject({ groupBuyId: id('团购'), text: v.pipe(v.string('文字不对'), v.minLength(1, '请先粘贴聊天记录'), v.maxLength(LONGEST_CHAT, '一次最多 6 万字，请分几次粘贴')) }),
  showCase: v.strictObject({ caseId: drawnId, as: v.optional(party) }),
  /** One step on a case. `seen` is the version on the screen, `commandId` makes it safe to repeat. */
  actOnCase: v.strictObject({ caseId: drawnId, commandId: drawnId, seen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), as: v.optional(party), command }),

  /** One decision for many cases; each is decided by its own rules. `decisionId` makes it safe to repeat, and is what goes on after an interruption. */
  decideTogether: v.strictObject({
    decisionId: drawnId, communityId: v.optional(id('小区')), supplierId: v.optional(id('供货商')), step: jointStep,
    /** The bad batch it is for, and which of its cases the leader took out. */
    about: v.optional(v.strictObject({ ...batch, odd: v.pipe(v.array(drawnId), v.maxLength(MOST_TOGETHER)) })),
    cases: v.pipe(v.array(v.strictObject({ caseId: drawnId, seen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }), '请选要处理的'), v.minLength(1, '请选要处理的'), v.maxLength(MOST_TOGETHER, `一次最多 ${MOST_TOGETHER} 户`)),
  }),
  /** Does the next part of a joint decision; the answer says how far it is. Asking again when it is done changes nothing. */
  carryOn: v.strictObject({ decisionId: drawnId }),
  undoTogether: v.strictObject({ decisionId: drawnId }),
  /** Cases of one product of one group-buy: what one bad batch did. */
  showIncident: v.strictObject(batch),
  /** 您家的好吗: asks every other buyer of the product, once. */
  askBuyers: v.strictObject(batch),
  showAsk: v.strictObject({ askId: id('询问') }),
  answerAsk: v.strictObject({ askId: id('询问'), answer: v.picklist(['fine', 'bad'], '请选好不好') }),

  openCommunity: v.strictObject({ communityId: drawnId, name: v.pipe(v.string(), v.trim(), v.minLength(2, '请填小区名'), v.maxLength(30, '小区名太长了')), leaderName: v.pipe(v.string(), v.trim(), v.minLength(1, '请填怎么称呼您'), v.maxLength(20, '称呼太长了')), leaderPhone: v.pipe(v.string(), v.trim(), v.regex(/^(1[3-9]\d{9})?$/, '手机号不对')), pickupPoints: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))), v.maxLength(20, '自提点太多了')) }),
  leaderInbox: v.strictObject({ communityId: id('小区'), tab: v.picklist(['mine', 'moving', 'done']) }),
  /** Cases of which a neighbour could not be told: nobody is here for the household, or the message was neither sent nor opened. */
  listUntold: v.strictObject({ communityId: id('小区') }),
  /** How far a group-buy's after-sales are: counts only, open to anyone who has the card. */
  groupBuyProgress: v.strictObject({ groupBuyId: id('团购') }),
  listGroupBuys: v.strictObject({ communityId: id('小区') }),
  /** 已到货. Repeating it changes nothing. */
  markArrived: v.strictObject({ groupBuyId: id('团购') }),
  /** Names who answers for a product the list had no supplier for. */
  nameSupplier: v.strictObject({ groupBuyId: id('团购'), productId: id('商品'), supplierName: v.pipe(v.string(), v.trim(), v.minLength(1, '请填供货商'), v.maxLength(30, '名字太长了')) }),
  /** Households whose export masks the phone wait for the leader's word. */
  listBindings: v.strictObject({ communityId: id('小区') }),
  confirmBinding: v.strictObject({ bindingId: id('申请'), yes: v.boolean() }),
  /** A one-time invitation for whoever acts for a supplier. */
  inviteSupplier: v.strictObject({ supplierId: id('供货商') }),
  acceptInvitation: v.strictObject({ token: v.pipe(v.string(), v.regex(/^[\w-]{20,80}$/, '邀请不对')), name: v.pipe(v.string(), v.trim(), v.minLength(1, '请填怎么称呼您'), v.maxLength(20, '称呼太长了')) }),
  supplierCases: v.strictObject({ tab: v.picklist(['mine', 'all']) }),

  listNotices: v.strictObject({}),
  readNotices: v.strictObject({ upTo: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  /** What the person answered to WeChat's question, per template id: keeps the ledger of credits. `askId` makes it count once. */
  recordConsent: v.strictObject({ askId: drawnId, answers: v.pipe(v.record(v.pipe(v.string(), v.maxLength(80)), v.picklist(['accept', 'acceptWithAudio', 'acceptWithAlert', 'acceptWithForcePush', 'reject', 'ban', 'filter'])), v.check(a => Object.keys(a).length <= 5, '太多了')) }),

  /** Reads an export without keeping anything of it: what was recognised, what would change. */
  previewImport: v.strictObject({ communityId: id('小区'), ordersFile: fileId, productsFile: v.optional(fileId) }),
  /** Does what the preview showed; `digest` is the preview's, so that a file swapped meanwhile is refused. */
  confirmImport: v.strictObject({ communityId: id('小区'), ordersFile: fileId, productsFile: v.optional(fileId), digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
} as const

export type CallName = keyof typeof inputs
export type Input<C extends CallName> = v.InferOutput<(typeof inputs)[C]>

/** Which deployed function answers a call: the spreadsheet library stays out of the others' cold start. */
export function functionOf(call: CallName): 'api' | 'import' {
  return call === 'previewImport' || call === 'confirmImport' ? 'import' : 'api'
}

/** How far a joint decision is. */
export interface TogetherView {
  id: string
  step: JointStep
  phase: 'deciding' | 'undoing' | 'done'
  total: number
  done: number
  /** Somebody else's call is at it this moment: ask again in a second. */
  busy: boolean
  /** While it can be taken back as a whole; `left` is ms from this answer on. */
  takesEffect: { at: number; left: number } | null
  results: TogetherResult[]
}

/** What came of it for one case. */
export interface TogetherResult {
  caseId: string
  outcome: 'settled' | 'offered' | 'rejected' | 'promised' | 'paid' | 'admitted' | 'disputed' | 'refused' | 'undone'
  /** Fen settled, offered or paid. */
  amount: number
  /** For the leader: how neighbours name the household; '' for suppliers. */
  buyer: string
  joinNumber: string
  /** Why not, when refused. */
  why: { code: string; message: string } | null
}

/** One case on the wall of a bad batch. */
export interface IncidentMember {
  card: CaseCard
  /** The version on the screen, for deciding. */
  seen: number
  photos: string[]
  /** The leader can decide it now. */
  open: boolean
  /** Taken out of a decision by the leader: stays to be looked at alone. */
  odd: boolean
}

/** A community as its people see it. */
export interface CommunityCard {
  id: string
  name: string
  leaderName: string
  leaderPhone: string
  /** Nobody: screens show 12315 and promise no appeal. */
  appealBody: 'operator' | 'none'
}

export interface BoughtLine {
  orderId: string
  lineId: string
  title: string
  spec: string
  quantity: number
  /** Fen. */
  paid: number
  /** A case on this line that can still move. */
  openCaseId: string | null
  /** Why nothing can be claimed (unpaid, cancelled, refunded), in words; null when it can. */
  notClaimable: string | null
}

export interface BoughtGroupBuy {
  groupBuyId: string
  title: string
  communityName: string
  arrivedAt: number | null
  lines: BoughtLine[]
}

export interface GroupBuyCard {
  id: string
  title: string
  arrivedAt: number | null
  orders: number
  products: { id: string; title: string; spec: string; price: number | null; supplierId: string | null; supplierName: string | null }[]
}

/** A neighbour who does not know yet. */
export interface Untold {
  caseId: string
  /** For deciding: the version on the screen. */
  seen: number
  groupBuyId: string
  title: string
  stage: Stage
  amount: number
  buyer: string
  joinNumber: string
  room: string
  phoneLast4: string
  /** Somebody of the household is here, but neither opened it nor got WeChat's copy. */
  bound: boolean
  /** Since when there is something to tell. ms */
  since: number
}

/** How far the after-sales of a group-buy are, without a single name. Households. */
export interface Progress {
  title: string
  communityName: string
  leaderName: string
  leaderPhone: string
  whole: ProgressCounts
  products: (ProgressCounts & { title: string; spec: string })[]
  /** Of the answer. ms */
  at: number
}

export interface ProgressCounts {
  reported: number
  settled: number
  /** A proposal lies with the neighbour. */
  offered: number
  waiting: number
  /** Until when the last of those who wait has an answer; null when nobody waits. ms */
  until: number | null
}

/** Who bought what, for the leader. */
export interface Household {
  orderId: string
  buyer: string
  joinNumber: string
  room: string
  /** '' when the export has none. */
  phoneLast4: string
  /** Whether anybody of it is here. */
  bound: boolean
  /** Why nothing can be claimed, in words; null when it can. */
  notClaimable: string | null
  lines: HouseholdLine[]
}

export interface HouseholdLine {
  lineId: string
  productId: string
  title: string
  spec: string
  quantity: number
  /** Fen. */
  paid: number
  /** Fen that can still be claimed. */
  left: number
  openCaseId: string | null
}

export interface NoticeCard {
  id: string
  as: Party
  caseId: string
  title: string
  body: string
  page: string
  at: number
  read: boolean
  copy: 'none' | 'due' | 'sending' | 'sent' | 'failed' | 'unknown'
}

export interface Answers {
  whoAmI: {
    personId: string
    name: string
    /** Where this person may upload: any name below it. */
    uploadPrefix: string
    /** Roles beyond resident, with how many cases wait for that role's act. */
    leads: { communityId: string; name: string; waiting: number }[]
    supplies: { supplierId: string; name: string; communityName: string; waiting: number }[]
    /** Whether any order is bound. */
    isResident: boolean
    waitingForMe: number
    unread: number
    /** Messages that may still be sent, per template id, by our own ledger. */
    credits: Record<string, number>
  }
  residentHome: { waiting: CaseCard[]; recent: CaseCard[]; bought: BoughtGroupBuy[]; communities: CommunityCard[]; photoLinks: Record<string, string> }
  showGroupBuy: { id: string; title: string; communityName: string; leaderName: string; leaderPhone: string; arrivedAt: number | null; products: { title: string; spec: string }[]; alreadyBound: boolean }
  bindOrders: { state: 'bound'; orders: number; buyer: string } | { state: 'askedLeader' }
  showLine: { line: BoughtLine; groupBuyTitle: string; arrivedAt: number | null; left: number; community: CommunityCard }
  addPhoto: { photoId: string }
  fileCase: { view: CaseView }
  fileOnBehalf: { view: CaseView }
  readChat: ChatReading
  listHouseholds: { groupBuyTitle: string; households: Household[] }
  showCase: CaseAnswer
  actOnCase: { view: CaseView }
  decideTogether: TogetherView
  carryOn: TogetherView
  undoTogether: TogetherView
  showIncident: {
    title: string; spec: string; groupBuyTitle: string; members: IncidentMember[]
    /** What was decided for the first ones, ready for those who come later. */
    standing: JointStep | null
    /** Households that bought it, and those of them who can be asked here. */
    buyers: { households: number; reachable: number }
    asked: { total: number; fine: number; bad: number; silent: number }
    photoLinks: Record<string, string>
  }
  askBuyers: { asked: number; unreachable: number }
  showAsk: { title: string; spec: string; groupBuyTitle: string; orderId: string; lineId: string; answer: 'fine' | 'bad' | null; openCaseId: string | null; community: CommunityCard }
  answerAsk: { answer: 'fine' | 'bad' }
  openCommunity: CommunityCard
  leaderInbox: { cards: CaseCard[]; counts: { mine: number; moving: number; done: number }; photoLinks: Record<string, string> }
  listGroupBuys: { groupBuys: GroupBuyCard[]; suppliers: { id: string; name: string; people: number }[]; bindingsWaiting: number }
  listUntold: { cases: Untold[] }
  groupBuyProgress: Progress
  markArrived: { arrivedAt: number }
  nameSupplier: { supplierId: string }
  listBindings: { bindings: { id: string; groupBuyTitle: string; joinNumber: string; phoneLast4: string; buyers: string[]; askedAt: number }[] }
  confirmBinding: { bound: number }
  inviteSupplier: { token: string; expiresAt: number; supplierName: string }
  acceptInvitation: { supplierId: string; supplierName: string }
  supplierCases: { cards: CaseCard[]; counts: { mine: number; all: number }; photoLinks: Record<string, string> }
  listNotices: { notices: NoticeCard[]; unread: number }
  readNotices: { unread: number }
  recordConsent: { credits: Record<string, number> }
  previewImport: ImportPreview
  confirmImport: ImportResult
}

/** A case, and links to its photos that expire (`linksUntil`, ms); only photos of the view are linked. */
export interface CaseAnswer {
  view: CaseView
  photoLinks: Record<string, string>
  linksUntil: number
  community: CommunityCard
}
