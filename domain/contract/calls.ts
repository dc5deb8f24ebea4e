import * as v from 'valibot'
import type { Bundle, BundleItem, BundleSum } from '../case/bundle'
import type { OwnCriterion, PublishedCriterion } from '../case/criteria'
import { DAMAGE_STEPS } from '../case/claim'
import { MISSING_CODES } from '../case/evidence'
import { EXTENT_CODES, LONGEST_PART, PROOF_CODES, WAY_NOTICED_CODES } from '../case/parts'
import { GOODS_WAY_CODES } from '../case/goods'
import { INTAKE_CODES } from '../case/onBehalf'
import type { FirstLook } from '../case/firstLook'
import { ABOUT_CODES, CHANNEL_CODES, CLASS_CODES, CRITERION_CODES, DISPUTE_CODES, REASON_CODES, REVIEW_CODES } from '../case/reasons'
import type { About, CaseClass, Criterion, Reason } from '../case/reasons'
import { REMEDY_CODES, type Remedy } from '../case/remedy'
import type { Party } from '../case/case'
import type { Stage } from '../case/stage'
import type { Complaint, JointStep } from '../case/together'
import type { Kept } from '../clock/attainment'
import type { Deadline } from '../clock/deadlines'
import type { Named } from '../clock/listOrder'
import type { ClockName } from '../clock/rules'
import type { Share, ShareTarget, TimeTarget } from '../clock/targets'
import type { ArrivalCheck } from '../orders/arrival'
import type { BatchBuyers } from '../orders/batchBuyers'
import { LONGEST_CHAT, type ChatReading } from '../orders/chatReading'
import type { ProductWarning } from '../hazard/affected'
import type { ReachCounts, ReachState } from '../hazard/reach'
import { DO_THIS_CODES, type DoThis } from '../hazard/warning'
import type { GroupBuy, RecoverAt } from '../orders/order'
import type { ProgressCounts } from '../orders/progress'
import type { RefundRow } from '../orders/refundSheet'
import type { CaseCard, CaseView } from '../people/caseView'
import type { ChangePreview, Moved } from '../clock/previewChange'
import { CLOCK_NAMES, PRIORITIES, type AgreedBy, type ClockRule } from '../clock/rules'
import { DAY_MINUTES, MOST_SPANS, type DayHours, type OpenDay, type ServiceHours } from '../clock/serviceHours'
import { CONSENT_ANSWERS } from '../notice/consent'
import type { FallbackState, Way } from '../notice/fallback/fallback'
import { readRobotKey } from '../notice/fallback/robotKey'
import { NOTICE_KINDS } from '../notice/kinds'
import { NOTICES_A_PAGE, type CopyState } from '../notice/notice'
import { LONGEST_QUIET, mayBeQuiet } from '../notice/quietHours'
import { CHANNELS, type NoticeSettings } from '../notice/settings'
import type { Telling } from '../notice/telling'
import { MOST_REPLIES, REPLY_PURPOSE_CODES, REPLY_TONE_CODES, type StandardReply } from '../replies/reply'
import type { FirstElsewhere } from '../route/firstHolder'
import type { Route } from '../route/route'
import { HOLDER_CODES, MOST_RULES, RECOVER_FROM_CODES, type RouteRule } from '../route/rule'
import type { EarlierCase } from '../people/earlierCase'
import type { DeskMarks } from '../people/deskMarks'
import { CAPABILITY_CODES, type Capability, type Operator } from '../people/desk'
import { LONGEST_PICKUP_POINT, type TeamMember } from '../people/team'
import { BOARD_ROWS_AT_MOST } from './boardRows'
import type { ImportPreview, ImportResult } from './importReport'

/**
 * Every call a person can make: its input's schema here, its answer's type in `Answers`. Inputs are strict: an unknown field is refused,
 * so that nobody can slip in a role, a price or an openid. Who calls is never part of an input.
 */

const id = (what: string) => v.pipe(v.string(`${what}不对`), v.regex(/^[\w:-]{1,80}$/, `${what}不对`))
/** Made of an event and a recipient. */
const noticeId = v.pipe(v.string('消息不对'), v.regex(/^[\w:./-]{1,300}$/, '消息不对'))
/** Drawn by the client; makes a call safe to repeat. */
const drawnId = v.pipe(v.string('编号不对'), v.uuid('编号不对'))
const words = v.pipe(v.string('文字不对'), v.trim(), v.maxLength(500, '最多写 500 个字'))
const fen = v.pipe(v.number('金额不对'), v.safeInteger('金额不对'), v.minValue(0, '金额不对'))
const count = v.pipe(v.number('数量不对'), v.safeInteger('数量要是整数'), v.minValue(1, '至少 1 件'))
/** One more than the nine allowed, so that the domain and not the schema says what is wrong; more is nobody's honest tap. */
const photos = v.pipe(v.array(id('照片'), '照片不对'), v.maxLength(50, '照片太多了'))
/** From none on. */
const pieces = v.pipe(v.number('数量不对'), v.safeInteger('数量要是整数'), v.minValue(0, '数量不对'))
/** ms */
const instant = v.pipe(v.number('时间不对'), v.safeInteger('时间不对'), v.minValue(0, '时间不对'))
const videos = v.pipe(v.array(id('视频'), '视频不对'), v.maxLength(50, '视频太多了'))
const voices = v.pipe(v.array(id('录音'), '录音不对'), v.maxLength(50, '录音太多了'))
const grams = v.pipe(v.number('重量不对'), v.safeInteger('重量要是整数克'), v.minValue(0, '重量不对'))
/** cloud://… as an upload answers it. */
const fileId = v.pipe(v.string('文件不对'), v.regex(/^cloud:\/\/[\w.-]+\/[\w./-]{1,200}$/, '文件不对'))
/** Of a link that a leader sent. */
const token = v.pipe(v.string('链接不对'), v.regex(/^[\w-]{20,80}$/, '链接不对'))
/** How somebody wants to be called. */
const called = v.pipe(v.string('称呼不对'), v.trim(), v.minLength(1, '请填怎么称呼您'), v.maxLength(20, '称呼太长了'))
const party = v.picklist(['resident', 'leader', 'supplier', 'operator'], '身份不对')

/** Cases that one decision is for [spec: 80 at once is normal, 500 must work]. */
const MOST_TOGETHER = 500

/** Of a part: its name, or its model. */
const partWords = v.pipe(v.string('文字不对'), v.trim(), v.maxLength(LONGEST_PART, '配件的名字太长了'))
const claim = v.variant('measure', [
  v.strictObject({ measure: v.literal('pieces'), bad: count, damage: v.picklist(DAMAGE_STEPS, '请选坏到什么程度') }),
  v.strictObject({ measure: v.literal('weight'), bad: count, promised: grams, actual: grams }),
  v.strictObject({ measure: v.literal('none') }),
  // What is still empty is the domain's to say: it says all of it, by part.
  v.strictObject({
    measure: v.literal('parts'), parts: v.pipe(v.array(v.strictObject({ name: partWords, model: v.nullable(partWords), quantity: pieces }), '请写上缺了什么配件'), v.maxLength(50, '配件太多了')),
    proof: v.picklist(PROOF_CODES, '请选用什么证明是买的'), noticedAt: instant, noticed: v.picklist(WAY_NOTICED_CODES, '请选怎么发现的'), extent: v.picklist(EXTENT_CODES, '请选影响多大'), amount: fen,
  }),
], '请填坏了多少')

const wish = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['refund', 'returnRefund']), amount: fen }),
  v.strictObject({ kind: v.picklist(['exchange', 'redeliver', 'sendPart', 'repair', 'apology', 'none']) }),
], '请选想怎么处理')

/** What only some classes are asked for. */
const facts = {
  logistics: v.optional(v.strictObject({ carrier: v.pipe(v.string('快递公司不对'), v.trim(), v.maxLength(20, '快递公司太长了')), waybill: v.pipe(v.string('快递单号不对'), v.trim(), v.regex(/^[\w-]{0,40}$/, '快递单号不对')) })),
  about: v.optional(v.picklist(ABOUT_CODES, '请选说的是谁')),
}

/** Of a reason that a community published itself. Which are published there is the domain's question. */
const ownCriterion = v.custom<OwnCriterion>(code => typeof code === 'string' && /^own:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(code), '请选一个原因')
const criterion = v.union([v.picklist(CRITERION_CODES), ownCriterion], '请选一个原因')
const rejecting = { criterion, words, review: v.picklist(REVIEW_CODES, '请选怎么看的') }
const paying = { channel: v.picklist(CHANNEL_CODES, '请选在哪里退的'), reference: words, photos }
const disputing = { reason: v.picklist(DISPUTE_CODES, '请选一个原因'), words, photos }

const travelling = { way: v.picklist(GOODS_WAY_CODES, '请选怎么送'), waybill: v.pipe(v.string('单号不对'), v.trim(), v.maxLength(40, '单号太长了')) }
const option = v.strictObject({
  remedy: v.picklist(REMEDY_CODES, '请选一个办法'), refund: fen, freight: v.optional(fen), compensation: v.optional(fen), returnFirst: v.optional(v.boolean('请选要不要先把东西拿回来')), kept: v.optional(v.boolean('请选东西还不还')), until: v.optional(instant),
  words: v.optional(v.pipe(v.string('文字不对'), v.trim(), v.maxLength(100, '最多写 100 个字'))),
})
const planStep = v.strictObject({ what: v.pipe(v.string('文字不对'), v.trim(), v.maxLength(100, '最多写 100 个字')), party: v.picklist(['resident', 'leader', 'supplier', 'operator'], '请选谁来做'), by: instant })
const stars = v.pipe(v.number('请点一到五颗星'), v.safeInteger('请点一到五颗星'), v.minValue(1, '请点一到五颗星'), v.maxValue(5, '请点一到五颗星'))

/** What a neighbour said elsewhere, put down by the leader. */
const channel = v.picklist(INTAKE_CODES, '请选他是怎么说的')
const onBehalf = v.optional(v.strictObject({ channel, words, photos }))

const command = v.variant('type', [
  v.strictObject({ type: v.literal('settle'), amount: v.optional(fen), freight: v.optional(fen), compensation: v.optional(fen), returnFirst: v.optional(v.boolean('请选要不要先把东西拿回来')) }),
  v.strictObject({ type: v.literal('forward'), words }),
  v.strictObject({ type: v.literal('askEvidence'), missing: v.pipe(v.array(v.picklist(MISSING_CODES, '请选要补什么'), '请选要补什么'), v.maxLength(MISSING_CODES.length, '要补的选多了，每样选一次就行')), words }),
  v.strictObject({ type: v.literal('addEvidence'), photos, voices: v.optional(voices, []), videos: v.optional(videos), words, channel: v.optional(channel) }),
  v.strictObject({ type: v.literal('reject'), ...rejecting }),
  v.strictObject({ type: v.literal('offer'), options: v.pipe(v.array(option), v.maxLength(3, '最多三个办法')), words }),
  v.strictObject({ type: v.literal('agree'), option: v.pipe(v.number('请选一个办法'), v.safeInteger('请选一个办法'), v.minValue(0, '请选一个办法')), onBehalf }),
  v.strictObject({ type: v.literal('decline'), words, onBehalf }),
  v.strictObject({ type: v.literal('disown'), words }),
  v.strictObject({ type: v.literal('withdraw'), words }),
  v.strictObject({ type: v.literal('grantAsAsked'), words }),
  v.strictObject({ type: v.literal('disputeAsAsked'), ...disputing }),
  v.strictObject({ type: v.literal('admitRecovery'), words }),
  v.strictObject({ type: v.literal('disputeRecovery'), ...disputing }),
  v.strictObject({ type: v.literal('undo') }),
  v.strictObject({ type: v.literal('tell'), how: channel }),
  v.strictObject({ type: v.literal('promise'), until: instant }),
  v.strictObject({ type: v.literal('payRefund'), ...paying }),
  v.strictObject({ type: v.literal('counter'), refund: fen, words }),
  v.strictObject({ type: v.literal('appeal'), grounds: words, photos, channel: v.optional(channel) }),
  v.strictObject({ type: v.literal('decideAppeal'), uphold: v.boolean('请选同意不同意'), words }),
  v.strictObject({ type: v.literal('extendClaim'), claim, photos, words }),
  v.strictObject({ type: v.literal('refer'), words }),
  v.strictObject({ type: v.literal('reassign'), to: v.picklist(['leader', 'operator'], '请选转给谁'), words }),
  v.strictObject({ type: v.literal('investigate'), words, until: instant }),
  v.strictObject({ type: v.literal('endInvestigation'), words }),
  v.strictObject({ type: v.literal('plan'), steps: v.pipe(v.array(planStep), v.maxLength(50, '步数太多了')) }),
  v.strictObject({ type: v.literal('note'), words, internal: v.boolean('请选给谁看') }),
  v.strictObject({ type: v.literal('expedite'), words }),
  v.strictObject({ type: v.literal('sendReturn'), ...travelling, words, photos }),
  v.strictObject({ type: v.literal('callOffReturn'), words }),
  v.strictObject({ type: v.literal('forwardReturn'), words }),
  v.strictObject({ type: v.literal('receiveReturn'), words, photos }),
  v.strictObject({ type: v.literal('inspectReturn'), passed: v.boolean('请选验过没有'), words, photos }),
  v.strictObject({ type: v.literal('giveBack'), ...travelling, words }),
  v.strictObject({ type: v.literal('sendReplacement'), ...travelling, words, photos }),
  v.strictObject({ type: v.literal('receiveReplacement'), words, channel: v.optional(channel), photos: v.optional(photos) }),
  v.strictObject({ type: v.literal('startRefund'), channel: v.picklist(CHANNEL_CODES, '请选在哪里退'), words }),
  v.strictObject({ type: v.literal('failRefund'), words }),
  v.strictObject({ type: v.literal('confirmRefund') }),
  v.strictObject({ type: v.literal('splitLiability'), shares: v.strictObject({ supplier: fen, carrier: fen, leader: fen, seller: fen, goodwill: fen }), words }),
  v.strictObject({ type: v.literal('reopen'), words }),
  v.strictObject({ type: v.literal('rate'), speed: stars, result: stars, attitude: stars, words }),
], '没有这一步')

/** A step on a case as a person sends it: what only the cloud knows (a voice's length, who took over) is not in it. */
export type CaseStep = v.InferOutput<typeof command>

const jointStep = v.variant('type', [
  v.strictObject({ type: v.literal('asAsked') }),
  v.strictObject({ type: v.literal('share'), percent: v.pipe(v.number('比例不对'), v.safeInteger('比例不对'), v.minValue(1, '至少退 1%'), v.maxValue(100, '最多全退')), words }),
  v.strictObject({ type: v.literal('perPiece'), amount: v.pipe(fen, v.minValue(1, '请填每件退多少')), words }),
  v.strictObject({ type: v.literal('reject'), ...rejecting }),
  v.strictObject({ type: v.literal('promise'), until: instant }),
  v.strictObject({ type: v.literal('payRefund'), ...paying }),
  v.strictObject({ type: v.literal('tell'), how: channel }),
  v.strictObject({ type: v.literal('admitRecovery'), words }),
  v.strictObject({ type: v.literal('disputeRecovery'), ...disputing }),
], '没有这一步')
/** Short: they stand on a phone's screen above everything else. */
const warningWords = v.pipe(v.string('文字不对'), v.trim(), v.minLength(1, '请写一句话'), v.maxLength(60, '最多写 60 个字'))
const batch = { groupBuyId: id('团购'), productId: id('商品') }

/** Of the day. */
const minutes = v.pipe(v.number('时间不对'), v.safeInteger('时间不对'), v.minValue(0, '时间不对'), v.maxValue(DAY_MINUTES - 1, '时间不对'))
const phoneOrNone = v.pipe(v.string(), v.trim(), v.regex(/^(1[3-9]\d{9})?$/, '手机号不对'))
const pickupPoint = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_PICKUP_POINT))

const deskName = v.pipe(v.string(), v.trim(), v.minLength(2, '请填平台名称'), v.maxLength(30, '平台名称太长了'))
const personId = v.pipe(v.string('这个人不对'), v.regex(/^p[0-9a-f]{30}$/, '这个人不对'))
const minute = v.pipe(v.number('时间不对'), v.safeInteger('时间不对'), v.minValue(0, '时间不对'), v.maxValue(DAY_MINUTES, '时间不对'))
const span = v.pipe(v.strictObject({ from: minute, to: minute }), v.check(({ from, to }) => from < to, '结束要晚于开始'))
const dayHours = v.pipe(v.array(span, '时间不对'), v.maxLength(MOST_SPANS, `一天最多分 ${MOST_SPANS} 段`), v.check(spans => spans.every((s, i) => i === 0 || (spans[i - 1]?.to ?? 0) < s.from), '几段时间要按先后，中间要隔开'))
/** Monday to Sunday. */
const serviceHours = v.strictTuple([dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours], '要写明一周七天')
const openWeek = v.pipe(serviceHours, v.check(week => week.some(day => day.length > 0), '一周里至少要有一天有人管'))
const aboutCommunity = {
  name: v.pipe(v.string(), v.trim(), v.minLength(2, '请填小区名'), v.maxLength(30, '小区名太长了')), leaderName: called, leaderPhone: phoneOrNone,
  pickupPoints: v.pipe(v.array(pickupPoint), v.maxLength(20, '自提点太多了')),
}

const joinNumberBound = v.pipe(v.number('跟团号不对'), v.safeInteger('跟团号不对'), v.minValue(1, '跟团号不对'), v.maxValue(99_999, '跟团号不对'))
const part = v.pipe(
  v.strictObject({
    pickupPoints: v.pipe(v.array(pickupPoint), v.maxLength(20, '自提点太多了')),
    numbers: v.pipe(v.array(v.pipe(v.strictObject({ groupBuyId: id('团购'), from: joinNumberBound, to: joinNumberBound }), v.check(({ from, to }) => from <= to, '跟团号从小到大填'))), v.maxLength(50, '太多了')),
  }),
  v.check(({ pickupPoints, numbers }) => pickupPoints.length + numbers.length > 0, '请选归他管的自提点，或者填跟团号'),
)
/** At most what the dearest basket costs; more is no limit. Fen. */
const limit = v.pipe(fen, v.minValue(1, '请填最多能定多少钱'), v.maxValue(10_000_000, '金额太大了'))
const memberships = [v.strictObject({ role: v.literal('helper'), limit }), v.strictObject({ role: v.literal('helperLeader'), part })] as const

const some = <T extends string>(codes: readonly [T, ...T[]], message: string) => v.optional(v.pipe(v.array(v.picklist(codes, message), message), v.maxLength(codes.length, message)))
const routeRules = v.pipe(v.array(v.strictObject({
  id: id('规则'),
  when: v.strictObject({
    classes: some(CLASS_CODES, '没有这一类事'), reasons: some(REASON_CODES, '没有这个原因'),
    productKeys: v.optional(v.pipe(v.array(v.pipe(v.string('商品不对'), v.minLength(1, '商品不对'), v.maxLength(300, '商品不对')), '商品不对'), v.maxLength(50, '商品太多了'))),
    supplierIds: v.optional(v.pipe(v.array(id('供货商'), '供货商不对'), v.maxLength(50, '供货商太多了'))),
    askedAtLeast: v.optional(fen),
  }),
  then: v.strictObject({ holder: v.picklist(HOLDER_CODES, '请选先归谁看'), recoverFrom: v.optional(v.picklist(RECOVER_FROM_CODES, '请选钱找谁')) }),
  words: v.pipe(v.string('文字不对'), v.trim(), v.maxLength(60, '一条规则最多写 60 个字')),
}), '规则不对'), v.maxLength(MOST_RULES, '规则太多了'))
/** ms; that it is whole minutes and within bounds is the domain's to say. */
const lasting = v.pipe(v.number('时间不对'), v.safeInteger('时间不对'), v.minValue(1, '时间不对'))
const byTheClock = v.strictObject({ within: lasting, of: v.picklist(['always', 'serviceHours']) })
const clockRules = v.pipe(v.array(v.strictObject({
  clock: v.picklist(CLOCK_NAMES, '没有这样时间'), class: v.optional(v.picklist(CLASS_CODES, '没有这一类事')), priority: v.optional(v.picklist(PRIORITIES, '没有这样的急法')),
  allows: v.union([byTheClock, v.strictObject({ workingDays: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }), v.strictObject({ today: v.literal(true) })], '时间不对'),
  remindBefore: v.optional(v.pipe(v.array(lasting, '时间不对'), v.maxLength(10, '提醒太多了'))), nudgeEvery: v.optional(lasting), escalateAfter: v.optional(byTheClock),
}), '时间不对'), v.maxLength(500, '另定的太多了'))
/** Of a list that somebody looked at: of two editors at once the second is told. 0: none of its own yet. */
const version = v.pipe(v.number('版本不对'), v.safeInteger('版本不对'), v.minValue(0, '版本不对'))
/** What somebody of a desk may do, and up to how much. */
const operator = {
  capabilities: v.pipe(v.array(v.picklist(CAPABILITY_CODES, '请选他做什么')), v.minLength(1, '请选他做什么'), v.maxLength(CAPABILITY_CODES.length, '请选他做什么')),
  limit: v.nullable(limit),
}
const deskId = drawnId
/** Whose group a robot stands in. */
const place = v.variant('kind', [v.strictObject({ kind: v.literal('community'), id: id('小区') }), v.strictObject({ kind: v.literal('supplier'), id: id('供货商') })], '请选是哪里的')
const NO_ROBOT = '这不是群机器人的地址，请重新复制'
/** Of one person. */
const contactWay = v.picklist(['email', 'sms'], '请选邮箱还是短信')

export const inputs = {
  /** Who am I, what may I do, where may I upload. The first call of every start. */
  whoAmI: v.strictObject({}),
  /** What waits for me, and what I bought lately. */
  residentHome: v.strictObject({}),
  /** The card of a group-buy that a leader shared; open to anyone who has its id. */
  showGroupBuy: v.strictObject({ groupBuyId: id('团购') }),
  /** Finds a household's own orders by the last four digits of its phone and 跟团号, or else a name: five tries a day. */
  bindOrders: v.pipe(
    v.strictObject({
      groupBuyId: id('团购'), phoneLast4: v.pipe(v.string(), v.regex(/^\d{4}$/, '请填手机号的后四位')),
      joinNumber: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[#\w号-]{1,20}$/, '请填跟团号'))),
      name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1, '请填名字或者姓'), v.maxLength(30, '名字太长了'))),
    }),
    v.forward(v.check(({ joinNumber, name }) => (joinNumber === undefined) !== (name === undefined), '请填跟团号，或者名字'), ['joinNumber']),
  ),
  /** The households whose orders are the caller's to file on. */
  listHouseholds: v.strictObject({}),
  /** Takes the caller off every order of a household. Repeating it changes nothing. */
  unbindHousehold: v.strictObject({ householdId: id('这一家') }),
  /** One line of an own order, for filing. */
  showLine: v.strictObject({ orderId: id('订单'), lineId: id('商品') }),
  /** Takes an uploaded picture as evidence: checked, stripped, kept where no client can write. Safe to repeat. */
  addPhoto: v.strictObject({ fileId }),
  /** Takes an uploaded recording (`.mp3` or `.wav`) as evidence: checked, stripped, measured, kept where no client can write. Safe to repeat. */
  addVoice: v.strictObject({ fileId }),
  addVideo: v.strictObject({ fileId }),
  fileCase: v.strictObject({ caseId: drawnId, orderId: id('订单'), lineId: id('商品'), reason: v.picklist(REASON_CODES, '请选哪里不对'), claim, wish, photos, voices: v.optional(voices), videos: v.optional(videos), words, ...facts }),
  /** 有新情况，再说一次: what was dismissed is filed once more, with what was not known then, for somebody else to look at. Without `wish` as before. */
  askAgain: v.strictObject({ caseId: drawnId, of: drawnId, words, photos, wish: v.optional(wish) }),
  /** The leader files what a neighbour said in the chat, by phone or on site. */
  fileOnBehalf: v.strictObject({ caseId: drawnId, orderId: id('订单'), lineId: id('商品'), channel, reason: v.picklist(REASON_CODES, '请选哪里不对'), claim, wish, photos, words, ...facts }),
  /** Who bought what in a group-buy, for filing on behalf. */
  listBuyers: v.strictObject({ groupBuyId: id('团购') }),
  /** Reads text copied from a chat or a 接龙 into proposed cases; nothing is kept or filed. */
  readChat: v.strictObject({ groupBuyId: id('团购'), text: v.pipe(v.string('文字不对'), v.minLength(1, '请先粘贴聊天记录'), v.maxLength(LONGEST_CHAT, '一次最多 6 万字，请分几次粘贴')) }),
  showCase: v.strictObject({ caseId: drawnId, as: v.optional(party) }),
  /** One step on a case. `seen` is the version on the screen, `commandId` makes it safe to repeat. */
  actOnCase: v.strictObject({ caseId: drawnId, commandId: drawnId, seen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), as: v.optional(party), command }),

  /** Everything of one supplier in one group-buy; the same numbers for leader and supplier. */
  showBundle: v.strictObject({ supplierId: id('供货商'), groupBuyId: id('团购'), as: v.optional(v.picklist(['leader', 'supplier'], '身份不对')) }),

  /** 扣款单: the same as a spreadsheet to take along, for either side. */
  /** The same as a spreadsheet to take along. */
  refundSheetFile: v.strictObject({ groupBuyId: id('团购') }),
  deductionSheet: v.strictObject({ supplierId: id('供货商'), groupBuyId: id('团购') }),

  /** One decision for many cases; each is decided by its own rules. `decisionId` makes it safe to repeat, and is what goes on after an interruption. */
  decideTogether: v.strictObject({
    decisionId: drawnId, communityId: v.optional(id('小区')), supplierId: v.optional(id('供货商')), step: jointStep,
    /** The bad batch it is for, and which of its cases the leader took out. */
    about: v.optional(v.strictObject({ ...batch, odd: v.pipe(v.array(drawnId), v.maxLength(MOST_TOGETHER)) })),
    /** Left out for a promise only: then everybody who waits and has none. */
    cases: v.optional(v.pipe(v.array(v.strictObject({ caseId: drawnId, seen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }), '请选要处理的'), v.minLength(1, '请选要处理的'), v.maxLength(MOST_TOGETHER, `一次最多 ${MOST_TOGETHER} 户`))),
  }),
  /** Does the next part of a joint decision; the answer says how far it is. Asking again when it is done changes nothing. */
  carryOn: v.strictObject({ decisionId: drawnId }),
  undoTogether: v.strictObject({ decisionId: drawnId }),
  /** Cases of one product of one group-buy: what one bad batch did. */
  showIncident: v.strictObject(batch),
  /** 退款表: what has to be refunded in another app, and what the newest export says about it. */
  refundSheet: v.strictObject({ groupBuyId: id('团购') }),
  /** 您家的好吗: asks every other buyer of the product, once. */
  askBuyers: v.strictObject(batch),
  showAsk: v.strictObject({ askId: id('询问') }),
  answerAsk: v.strictObject({ askId: id('询问'), answer: v.picklist(['fine', 'bad'], '请选好不好') }),

  openCommunity: v.strictObject({ communityId: drawnId, ...aboutCommunity, serviceHours: v.optional(openWeek) }),
  /** What the leader set up, and who works there. For the leader and helpers. */
  showCommunity: v.strictObject({ communityId: id('小区') }),
  /** `holidayHours` null: on public holidays as on any other day. `seen` is the version of the hours that was looked at: others than those are saved only while nobody changed them since. */
  editCommunity: v.strictObject({ communityId: id('小区'), ...aboutCommunity, serviceHours: openWeek, holidayHours: v.nullable(dayHours), seen: version }),
  /** Where cases of a community go, by its own rules before the usual ones. For the leader and helpers. */
  showRoutes: v.strictObject({ communityId: id('小区') }),
  saveRoutes: v.strictObject({ communityId: id('小区'), version, rules: routeRules }),
  /** Where something would go, by the rules that are kept or by others that are not yet; changes nothing. */
  tryRoute: v.strictObject({
    communityId: id('小区'), rules: v.optional(routeRules),
    about: v.variant('of', [
      v.strictObject({ of: v.literal('matter'), class: v.picklist(CLASS_CODES, '没有这一类事'), reason: v.optional(v.picklist(REASON_CODES, '没有这个原因')), productKey: v.optional(v.pipe(v.string('商品不对'), v.maxLength(300, '商品不对'))), supplierId: v.optional(id('供货商')), amountAsked: fen, about: v.optional(v.picklist(ABOUT_CODES, '请选说的是谁')) }),
      v.strictObject({ of: v.literal('case'), caseId: drawnId }),
    ], '请选试哪一件'),
  }),
  /** 说好的时间: what the community's promises are counted by, what it may change of them, and who changed it. For the leader, helpers and the desk. */
  showClocks: v.strictObject({ communityId: id('小区') }),
  /** What other times, or other hours (the leader's), would do to the cases that are open; changes nothing. What is left out is as it stands. */
  previewClocks: v.strictObject({ communityId: id('小区'), rules: v.optional(clockRules), hours: v.optional(v.strictObject({ serviceHours: openWeek, holidayHours: v.nullable(dayHours) })) }),
  /** In force from now on. `seen` is the version that was looked at: of two editors the second is told what the first changed. */
  saveClocks: v.strictObject({ communityId: id('小区'), rules: clockRules, seen: version }),
  /** Sentences to tap. For the leader and helpers. */
  showReplies: v.strictObject({ communityId: id('小区') }),
  saveReplies: v.strictObject({
    communityId: id('小区'), version,
    replies: v.pipe(v.array(v.strictObject({ id: id('这一句'), purpose: v.picklist(REPLY_PURPOSE_CODES, '请选什么时候用'), tone: v.picklist(REPLY_TONE_CODES, '请选是什么口气'), words, criterion: v.optional(criterion) }), '常用的话不对'), v.maxLength(MOST_REPLIES, '常用的话太多了')),
  }),
  /** What is not refunded, as published; open to anyone who has the card. */
  showCriteria: v.strictObject({ communityId: id('小区') }),
  /** Publishes a reason of the community's own. `code` is drawn by the client; repeating it changes nothing. */
  publishCriterion: v.strictObject({ communityId: id('小区'), code: drawnId, words: v.pipe(v.string('文字不对'), v.trim(), v.minLength(1, '请写清楚什么情况不退'), v.maxLength(60, '一条最多写 60 个字')) }),
  /** No case can be refused by it from now on; those that were stay as they are. */
  retireCriterion: v.strictObject({ communityId: id('小区'), code: drawnId }),
  /** A one-time link that makes whoever opens it first a helper, a helper leader, the leader in place of the caller, or has their desk serve the community. */
  inviteToCommunity: v.strictObject({ communityId: id('小区'), to: v.variant('role', [v.strictObject({ role: v.literal('leader') }), v.strictObject({ role: v.literal('desk') }), ...memberships], '请选请来做什么') }),
  /** What an invitation is for, before it is taken. */
  showRoleInvitation: v.strictObject({ token }),
  acceptRole: v.strictObject({ token, name: called, phone: phoneOrNone }),
  /** Takes back an invitation to help, to gather or to lead that nobody has taken yet. */
  revokeRoleInvitation: v.strictObject({ communityId: id('小区'), invitationId: v.pipe(v.string('邀请不对'), v.regex(/^[0-9a-f]{64}$/, '邀请不对')) }),
  /** Another limit, or other households, for somebody of the team. */
  changeMember: v.strictObject({ communityId: id('小区'), memberId: personId, to: v.variant('role', [...memberships], '请选改成什么') }),
  removeFromTeam: v.strictObject({ communityId: id('小区'), memberId: personId }),
  /** Gives up one's own role as helper or helper leader. */
  leaveRole: v.strictObject({ communityId: id('小区') }),
  /**
   * Takes a leader's invitation to a desk: `new` names one, whose first member manages it; `own` is one that the caller manages already.
   * The id is drawn by the client, so a repeated tap opens one.
   */
  openDesk: v.strictObject({
    token,
    desk: v.variant('kind', [
      v.strictObject({ kind: v.literal('new'), deskId, name: deskName, phone: phoneOrNone, called }),
      v.strictObject({ kind: v.literal('own'), deskId }),
    ], '请选哪个平台'),
  }),
  /** Who is in a desk and which communities it serves, for its own people. */
  showDesk: v.strictObject({ deskId }),
  /** What the desk is called and where it is reached, everywhere it serves; for those who manage. */
  editDesk: v.strictObject({ deskId, name: deskName, phone: phoneOrNone }),
  /** A one-time link that lets whoever opens it first into the desk. */
  inviteToDesk: v.strictObject({ deskId, ...operator }),
  /** What a link into a desk is for, before it is taken. */
  showDeskInvitation: v.strictObject({ token }),
  acceptDeskInvitation: v.strictObject({ token, name: called }),
  /** Takes back a link into a desk that nobody has taken yet. */
  revokeDeskInvitation: v.strictObject({ deskId, invitationId: v.pipe(v.string('邀请不对'), v.regex(/^[0-9a-f]{64}$/, '邀请不对')) }),
  /** Other capabilities, or another limit, for somebody of the desk. */
  changeOperator: v.strictObject({ deskId, memberId: personId, ...operator }),
  /** Ends somebody's part in the desk, or one's own, at once. */
  removeOperator: v.strictObject({ deskId, memberId: personId }),
  /** The leader ends the desk's service: from the next call on it sees nothing of the community. */
  endDesk: v.strictObject({ communityId: id('小区') }),
  /** All channels in one queue, what is due first at the top; `after` is the answer's `next`. */
  deskQueue: v.strictObject({
    deskId, show: v.picklist(['mine', 'open', 'done'], '请选看哪些'), communityId: v.optional(id('小区')),
    after: v.optional(v.strictObject({ dueAt: v.nullable(instant), id: drawnId })),
  }),
  /** What is about to break, what broke, and how many promises were kept: of all communities of a desk, or of one's own. `communityId`, `supplierId`: only theirs is listed. */
  showBoard: v.strictObject({
    of: v.variant('kind', [v.strictObject({ kind: v.literal('desk'), id: deskId }), v.strictObject({ kind: v.literal('community'), id: id('小区') })], '请选看哪里的'),
    communityId: v.optional(id('小区')), supplierId: v.optional(id('供货商')),
    /** How many rows of each list; one part of them where it is left out. */
    rows: v.optional(v.pipe(v.number('要看几件不对'), v.safeInteger('要看几件不对'), v.minValue(1, '要看几件不对'), v.maxValue(BOARD_ROWS_AT_MOST, `一次最多看 ${BOARD_ROWS_AT_MOST} 件`))),
  }),
  /** Group-buys of a community that the desk serves, for filing on behalf. */
  deskGroupBuys: v.strictObject({ communityId: id('小区') }),
  /** Cases of the households that a helper leader looks after. */
  gatheredCases: v.strictObject({ communityId: id('小区') }),
  /** 小程序码 of a group-buy: a picture that opens it when scanned. */
  groupBuyCode: v.strictObject({ groupBuyId: id('团购') }),
  leaderInbox: v.strictObject({ communityId: id('小区'), tab: v.picklist(['mine', 'moving', 'done']) }),
  /** Cases of which a neighbour could not be told: nobody is here for the household, or the message was neither sent nor opened. */
  listUntold: v.strictObject({ communityId: id('小区') }),
  /** How far a group-buy's after-sales are: counts only, open to anyone who has the card. */
  groupBuyProgress: v.strictObject({ groupBuyId: id('团购') }),
  listGroupBuys: v.strictObject({ communityId: id('小区') }),
  /** Counts what came: ordered, arrived, damaged, with a photo of the crate. Says 已到货 as well. `checkId` makes it safe to repeat. */
  checkArrival: v.strictObject({
    groupBuyId: id('团购'), checkId: drawnId,
    checks: v.pipe(v.array(v.strictObject({ productId: id('商品'), arrived: pieces, damaged: pieces, photos, bearer: v.picklist(['supplier', 'carrier', 'leader'], '请选谁来承担') })), v.minLength(1, '请清点至少一样'), v.maxLength(200, '商品太多了'), v.check(all => new Set(all.map(c => c.productId)).size === all.length, '一样东西只能有一个数')),
  }),
  showArrival: v.strictObject({ groupBuyId: id('团购') }),
  /** 取走了, or not after all. */
  markPickedUp: v.strictObject({ groupBuyId: id('团购'), orderIds: v.pipe(v.array(id('订单')), v.minLength(1, '请选是哪一户'), v.maxLength(500, '一次最多 500 户')), pickedUp: v.boolean(),
    /** What is on hold stayed here; the rest was given. */
    heldStays: v.optional(v.boolean()) }),
  /** 已到货. Repeating it changes nothing. */
  markArrived: v.strictObject({ groupBuyId: id('团购') }),
  /** Names who answers for a product the list had no supplier for. */
  nameSupplier: v.strictObject({ groupBuyId: id('团购'), productId: id('商品'), supplierName: v.pipe(v.string(), v.trim(), v.minLength(1, '请填供货商'), v.maxLength(30, '名字太长了')) }),
  /** What claims against a supplier go by, for cases filed from now on. */
  agreeOnSilence: v.strictObject({ supplierId: id('供货商'), admits: v.boolean('请选没回话算不算认') }),
  agreeOnRecovery: v.strictObject({ supplierId: id('供货商'), recoverAt: v.picklist(['retail', 'cost'], '请选按零售价还是按进价') }),
  /** Households whose export masks the phone wait for the leader's word. */
  listBindings: v.strictObject({ communityId: id('小区') }),
  confirmBinding: v.strictObject({ bindingId: id('申请'), yes: v.boolean() }),
  /** A one-time link for whoever acts for a supplier, to one of its group-buys where one is named. */
  inviteSupplier: v.strictObject({ supplierId: id('供货商'), groupBuyId: v.optional(id('团购')) }),
  /** What a link is, to whoever holds it. Binds nobody. */
  showLink: v.strictObject({ token }),
  acceptInvitation: v.strictObject({ token, name: called }),
  /** Asks those who act for a supplier to be let in, by a link that one of them has taken. */
  askToJoin: v.strictObject({ token, name: called }),
  answerJoin: v.strictObject({ requestId: id('申请'), yes: v.boolean() }),
  /** Who acts for a supplier, who asks to, and for the leader the links that still open something. */
  showSupplier: v.strictObject({ supplierId: id('供货商') }),
  revokeLink: v.strictObject({ linkId: id('链接') }),
  /** Ends somebody's part for a supplier, at once. */
  removeMember: v.strictObject({ supplierId: id('供货商'), memberId: id('人') }),
  supplierCases: v.strictObject({ tab: v.picklist(['mine', 'all']) }),

  /** "Stop using it" to every buyer of a product, in every group-buy of the community: how many that would be. */
  previewWarning: v.strictObject(batch),
  /** Sends it. Repeating it answers the one that is out. `caseId`: the report that showed it. */
  startWarning: v.strictObject({ ...batch, words: warningWords, doThis: v.picklist(DO_THIS_CODES, '请选让邻居怎么做'), caseId: v.optional(drawnId) }),
  /** Tells who is not told yet. */
  carryOnWarning: v.strictObject({ warningId: id('提醒') }),
  /** For the leader: how far it is, with a page of the call list from `from` on. */
  showWarning: v.strictObject({ warningId: id('提醒'), from: pieces }),
  /** For a supplier of the goods: counts only. */
  countWarning: v.strictObject({ warningId: id('提醒') }),
  /** For whoever got the card: what is dangerous, what to do, and what of it is their own. */
  readWarning: v.strictObject({ warningId: id('提醒') }),
  /** 知道了. */
  acknowledgeWarning: v.strictObject({ warningId: id('提醒') }),
  /** Ticks a household off the call list, says that nobody answered, or takes either back. */
  markReached: v.strictObject({
    warningId: id('提醒'), householdId: id('住户'),
    mark: v.variant('outcome', [v.strictObject({ outcome: v.picklist(['reached', 'unreachable']), how: channel }), v.strictObject({ outcome: v.literal('takenBack') })], '请选通知到了没有'),
  }),
  /** Not to be handed out, or handed out again; then `words` say why. */
  holdProduct: v.strictObject({ warningId: id('提醒'), hold: v.boolean(), words }),
  liftWarning: v.strictObject({ warningId: id('提醒'), words: warningWords }),

  /** The inbox, newest first; `after` is the answer's `next`. */
  listNotices: v.strictObject({ after: v.optional(v.strictObject({ at: instant, id: noticeId })) }),
  showNoticeSettings: v.strictObject({}),
  /** The whole of what the person wants to be told about; which of it is theirs to choose is the domain's word. */
  saveNoticeSettings: v.strictObject({
    quiet: v.nullable(v.pipe(v.strictObject({ from: minutes, to: minutes }), v.check(mayBeQuiet, `免打扰不能是一整天，最多 ${LONGEST_QUIET / 60} 小时`))),
    choices: v.record(party, v.record(v.picklist(NOTICE_KINDS, '没有这类消息'), v.record(v.picklist(CHANNELS, '没有这种方式'), v.boolean('请选要不要')))),
  }),
  /** What was on the screen: nothing else is read by it, whatever its time. */
  readNotices: v.strictObject({ ids: v.pipe(v.array(noticeId, '消息不对'), v.minLength(1, '消息不对'), v.maxLength(NOTICES_A_PAGE, `一次最多 ${NOTICES_A_PAGE} 条`)) }),
  /** What the person answered to WeChat's question, per template id: keeps the ledger of credits. `askId` makes it count once. */
  recordConsent: v.strictObject({ askId: drawnId, answers: v.pipe(v.record(v.pipe(v.string(), v.maxLength(80)), v.picklist(CONSENT_ANSWERS)), v.check(a => Object.keys(a).length <= 5, '太多了')) }),

  /** Where messages go that WeChat does not take: the robot of a place of one's own, one's mailbox, one's phone. */
  showChannels: v.strictObject({ place: v.optional(place) }),
  /** Puts a group's robot in place of the one before. Only its end is ever shown again. */
  setRobot: v.strictObject({ place, key: v.pipe(v.string(NO_ROBOT), v.transform(readRobotKey), v.string(NO_ROBOT)) }),
  /** Has the robot say one sentence now. */
  testRobot: v.strictObject({ place }),
  removeRobot: v.strictObject({ place }),
  /** Sends a code to an address, to show that it is the caller's. */
  askCode: v.variant('way', [
    v.strictObject({ way: v.literal('email'), address: v.pipe(v.string('邮箱不对'), v.trim(), v.maxLength(100, '邮箱太长了'), v.email('邮箱不对')) }),
    v.strictObject({ way: v.literal('sms'), address: v.pipe(v.string('手机号不对'), v.trim(), v.regex(/^1[3-9]\d{9}$/, '手机号不对')) }),
  ], '请选邮箱还是短信'),
  confirmCode: v.strictObject({ way: contactWay, code: v.pipe(v.string('验证码不对'), v.trim(), v.regex(/^\d{6}$/, '验证码是 6 位数字')) }),
  removeContact: v.strictObject({ way: contactWay }),

  /** Reads an export without keeping anything of it: what was recognised, what would change. */
  previewImport: v.strictObject({ communityId: id('小区'), ordersFile: fileId, productsFile: v.optional(fileId) }),
  /** Does what the preview showed; `digest` is the preview's, so that a file swapped meanwhile is refused. */
  confirmImport: v.strictObject({ communityId: id('小区'), ordersFile: fileId, productsFile: v.optional(fileId), digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
} as const

export type CallName = keyof typeof inputs
export type Input<C extends CallName> = v.InferOutput<(typeof inputs)[C]>

/** Calls that read spreadsheets, and calls that write them: their libraries stay out of the others' cold start. */
const READING: readonly CallName[] = ['previewImport', 'confirmImport']
const WRITING: readonly CallName[] = ['deductionSheet', 'refundSheetFile']

/** What asks a service outside, or is about that: its keys and its libraries are the courier's alone. */
const OUTSIDE: readonly CallName[] = ['groupBuyCode', 'showChannels', 'setRobot', 'testRobot', 'removeRobot', 'askCode', 'confirmCode', 'removeContact']

/** Which deployed function answers a call: spreadsheet libraries and WeChat's SDK stay out of the others' cold start. */
export function functionOf(call: CallName): 'api' | 'import' | 'sheets' | 'courier' {
  if (OUTSIDE.includes(call)) return 'courier'
  if (READING.includes(call)) return 'import'
  return WRITING.includes(call) ? 'sheets' : 'api'
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

/** Cases of one product of one group-buy that wait for the leader. */
export interface Alike {
  groupBuyId: string
  productId: string
  title: string
  groupBuyTitle: string
  households: number
  /** Fen asked for, all together. */
  asked: number
  /** When the first of them is due; null where that is not known. ms */
  dueAt: number | null
  /** As on a case's card: of those, what comes before `dueAt`. */
  sooner: Named | null
  /** A photo's id, or null. */
  photo: string | null
}

/** Refunds of one group-buy that wait for the leader. */
export interface ToRefund {
  groupBuyId: string
  groupBuyTitle: string
  cases: number
  /** All together. */
  fen: number
  /** When the first of them is due; null where that is not known. ms */
  dueAt: number | null
  /** As on a case's card: of those, what comes before `dueAt`. */
  sooner: Named | null
}

/** What came of it for one case. */
export interface TogetherResult {
  caseId: string
  outcome: 'settled' | 'offered' | 'rejected' | 'promised' | 'paid' | 'told' | 'admitted' | 'disputed' | 'refused' | 'undone'
  /** Fen settled, offered or paid. */
  amount: number
  /** For the leader: how neighbours name the household; '' for suppliers. */
  buyer: string
  joinNumber: string
  /** For the leader: which household, and whether anybody of it is here to be told. Missing for suppliers, and on results stored before they were kept. */
  household?: { orderId: string; here: boolean }
  /** Why not, when refused. */
  why: { code: string; message: string } | null
}

/** One case on the wall of a bad batch. */
export interface IncidentMember {
  card: CaseCard
  /** What decides about its share, so that the sum is shown before it is decided. */
  complaint: Complaint
  /** The version on the screen, for deciding. */
  seen: number
  /** The household's own. */
  photos: string[]
  /** The leader can decide it now. */
  open: boolean
  /** Taken out of a decision by the leader: stays to be looked at alone. */
  odd: boolean
}

/** What a link is, to whoever holds it. */
export interface LinkAnswer {
  /** `open`: nobody has taken it. `taken`: somebody else has, who can let others in. `asked`, `refused`: what became of asking. `member`: in already. */
  state: 'open' | 'taken' | 'asked' | 'refused' | 'member'
  supplierName: string
  groupBuyTitle: string | null
  communityName: string
  leaderName: string
  expiresAt: number
  /** What it opens, for who is in. */
  bundle: { supplierId: string; groupBuyId: string } | null
}

export interface SupplierAnswer {
  as: 'leader' | 'supplier'
  name: string
  recoverAt: RecoverAt
  /** Whether a claim that is not answered in time is admitted, as agreed. */
  silenceAdmits: boolean
  /** Ids stand for people here and nowhere else. */
  members: { id: string; name: string; me: boolean }[]
  asking: { id: string; name: string; askedAt: number }[]
  links: { id: string; groupBuyTitle: string | null; createdAt: number; expiresAt: number; used: boolean }[]
}

/** A spreadsheet to be downloaded before its link ends (`until`, ms). */
export interface SheetAnswer {
  url: string
  fileName: string
  until: number
}

/** One case of a bundle. */
export interface BundleCase {
  card: CaseCard
  /** What people call it on the phone, and in the sheet. */
  number: string
  /** The version on the screen, for answering. */
  seen: number
  item: BundleItem
}

/** Everything of one supplier in one group-buy. */
export interface BundleAnswer {
  as: 'leader' | 'supplier'
  supplierId: string
  supplierName: string
  groupBuyId: string
  groupBuyTitle: string
  arrivedAt: number | null
  /** What new cases go by. */
  recoverAt: RecoverAt
  /** For the leader: costs are known, and nobody has said yet what claims go by. */
  asksBasis: boolean
  /** People who act for the supplier. */
  people: number
  community: CommunityCard
  sum: BundleSum
  due: Deadline | null
  products: Bundle['products']
  cases: BundleCase[]
  photoLinks: Record<string, string>
}

/** A community as its people see it. */
export interface CommunityCard {
  id: string
  name: string
  leaderName: string
  leaderPhone: string
  /** Nobody: screens show 12315 and promise no appeal. */
  appealBody: 'operator' | 'none'
  /** The desk that serves it; phone '' when not given. */
  desk: { name: string; phone: string } | null
  /** When somebody answers, today and on the days after it, holidays and make-up days taken into account; fewer where a year is not announced yet. */
  hoursAhead: OpenDay[]
}

/** What a community keeps ready for who decides a case. `replies` null: the usual ones, which every phone has. */
export interface Standards {
  replies: StandardReply[] | null
  /** Its own reasons for not agreeing that hold now. */
  criteria: { code: Criterion; words: string }[]
}

/** Where a community's cases go. */
export interface RoutesPage {
  version: number
  rules: RouteRule[]
  /** Whether the caller may change it. */
  mayEdit: boolean
  hasDesk: boolean
  /** For choosing: who supplies here, and what was sold. */
  suppliers: { id: string; name: string }[]
  products: { key: string; title: string; spec: string }[]
}

/** What a community's promises are counted by. */
export interface ClocksPage {
  version: number
  /** Its own lines; whatever they do not say is as usual. */
  rules: readonly ClockRule[]
  mayEdit: boolean
  hasDesk: boolean
  /** The newest changes, the newest first, each in words; `by` null where it is not known. */
  changes: { version: number; from: number; by: Pick<AgreedBy, 'party' | 'name'> | null; words: string[] }[]
}

/** What a change would do, and of how many open cases that is not said because they are too many to look at. */
export interface ClocksPreview extends Omit<ChangePreview, 'most'> {
  rest: number
  most: (Moved & { title: string; joinNumber: string })[]
}

export interface RepliesPage {
  version: number
  /** null: the usual ones. */
  replies: StandardReply[] | null
  /** For those of a reason. */
  criteria: { code: Criterion; words: string }[]
  mayEdit: boolean
}

/** What is not refunded in a community besides what holds everywhere. */
export interface CriteriaPage {
  community: CommunityCard
  criteria: PublishedCriterion[]
  /** Not any more, but cases were refused by it. */
  retired: PublishedCriterion[]
  mayEdit: boolean
}

/** The community as those see it who run it. */
export interface CommunityPage {
  community: CommunityCard & { pickupPoints: string[]; serviceHours: ServiceHours; holidayHours: DayHours | null }
  /** Of the hours, and of the times that are counted within them. */
  version: number
  /** Pick-up points as its orders have them, the most used first: a helper leader's households are found by these. */
  orderPoints: string[]
  /** Whether the caller leads it, and not only helps. */
  leading: boolean
  team: TeamMember[]
  /** Sent out and not taken yet, for the leader to take back. */
  invitations: OpenInvitation[]
  /** 平台: the desk that serves it; null where none does. */
  desk: { name: string } | null
}

export interface OpenInvitation { id: string; role: 'helper' | 'helperLeader' | 'leader' | 'desk'; expiresAt: number }

/** A desk as its own people see it. */
export interface DeskPage {
  id: string
  name: string
  phone: string
  me: Operator
  members: Operator[]
  communities: { id: string; name: string; leaderName: string; leaderPhone: string }[]
  /** Appeals that nobody of it may decide: another has to be invited. */
  needAnother: number
  /** Sent out and not taken yet; for those who manage. */
  invitations: { id: string; capabilities: Capability[]; limit: number | null; expiresAt: number }[]
}

/** A case of which something is promised, and what is due first of it. */
export interface BoardRow {
  caseId: string
  communityId: string
  /** Which household it is, among rows of one product. */
  joinNumber: string
  title: string
  groupBuyTitle: string
  clock: ClockName
  /** Who has to act. */
  party: Party
  /** ms */
  dueAt: number
}

/** A community, or a supplier, in numbers: cases about to break, cases broken now; promises kept and broken in the last 30 days. */
export interface BoardGroup extends Kept {
  id: string
  name: string
  soon: number
  late: number
}

export interface Board {
  /** What is due within so long is about to break. ms */
  within: number
  /** What is due first comes first. */
  soon: { rows: BoardRow[]; total: number }
  /** What has been late longest comes first. */
  late: { rows: BoardRow[]; total: number }
  /** Whatever is listed. By community: what was promised to its residents. */
  communities: (BoardGroup & { leaderName: string })[]
  /** By supplier: what the supplier had to do. */
  suppliers: BoardGroup[]
  /** Of the last 30 days, by target. */
  attainment: (Kept & { target: TimeTarget })[]
  /** Of the last 30 days: who said how it was, and how many of them are satisfied. */
  satisfaction: { rated: number; satisfied: number }
  /** Of the orders of the last 30 days; `lost`, of the households that bought in the 30 days before those. Null where only one supplier's are shown. */
  shares: Record<ShareTarget, Share> | null
}

/** One part of a desk's queue. */
export interface DeskQueue {
  /** Which community each card is of stands beside it. */
  cards: (CaseCard & { communityId: string; marks: DeskMarks })[]
  /** In all of what is shown, whichever part this is. */
  counts: { mine: number; open: number; done: number }
  communities: { id: string; name: string; leaderName: string; mine: number; open: number; done: number }[]
  /** Ask for what comes after; null at the end. */
  next: { dueAt: number | null; id: string } | null
  photoLinks: Record<string, string>
}

/** A household as its own people see it: of each other they see nothing but how many they are. */
export interface Household {
  id: string
  /** As on its newest order. */
  buyer: string
  pickupPoint: string
  communityName: string
  orders: number
  people: number
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
  /** Whose order: a person may see to several households. */
  joinNumber: string
  buyer: string
  /** It is warned of; null when it is not. */
  warning: Pick<ProductWarning, 'warningId' | 'doThis' | 'held'> | null
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
  /** What came was counted, if only of one product. */
  counted: boolean
  /** Cases whose refund waits for the leader. */
  toRefund: number
  products: { id: string; title: string; spec: string; price: number | null; supplierId: string | null; supplierName: string | null; /** What it is warned of by now, or null. */ warningId: string | null }[]
}

/** A neighbour who does not know yet. */
export interface Untold {
  caseId: string
  /** For deciding: the version on the screen. */
  seen: number
  groupBuyId: string
  groupBuyTitle: string
  /** The household. */
  orderId: string
  title: string
  stage: Stage
  remedy: Remedy | null
  amount: number
  buyer: string
  joinNumber: string
  room: string
  phoneLast4: string
  /** Somebody of the household is here, but neither opened it nor got WeChat's copy. */
  bound: boolean
  /** What becomes of WeChat's message; null where nobody of the household is here. */
  telling: Telling | null
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

/** Who bought what, for the leader. */
export interface BuyingHousehold {
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
  /** Fen that were agreed or paid on it already. */
  settled: number
  /** Fen that can still be claimed. */
  left: number
  openCaseId: string | null
}

/** A warning, to whoever may know of it. */
export interface WarningAbout {
  id: string
  title: string
  spec: string
  words: string
  doThis: DoThis
  startedAt: number
  state: 'active' | 'lifted'
  held: boolean
  lifted: { at: number; words: string } | null
}

/** How many households know. */
export interface WarningCounts extends WarningAbout { counts: ReachCounts }

/** A warning for those who work for the community. */
export interface WarningView extends WarningCounts {
  communityId: string
  groupBuyId: string
  productId: string
  /** Not everybody is told yet: to be carried on. */
  telling: boolean
  groupBuys: { id: string; title: string }[]
  record: { at: number; words: string }[]
  /** Where this page of the call list begins. */
  from: number
  list: WarnedRow[]
}

/** One household of the call list. */
export interface WarnedRow {
  id: string
  orderId: string
  buyer: string
  joinNumber: string
  room: string
  /** '' when the export has none; whole numbers are not kept. */
  phoneLast4: string
  groupBuyTitle: string
  state: ReachState
  /** Why it counts so, in words. */
  how: string
  told: boolean
  tried: boolean
  /** Who put it down; '' where nobody did. */
  by: string
}

/** Where messages go that WeChat does not take. */
export interface ChannelsPage {
  /** Of the place that was asked about; null where none was. */
  robot: RobotView | null
  email: ContactView
  sms: ContactView
  /** What went these ways lately, newest first; one line a message. */
  latest: { way: Way; at: number; count: number; state: FallbackState; why: string }[]
}

export interface RobotView {
  /** Of the community, or the supplier. */
  placeName: string
  /** The last four letters of its key; null where there is none. */
  keyEnd: string | null
  /** WeCom does not know it any more. */
  gone: boolean
}

export interface ContactView {
  /** This deployment has such a service. */
  works: boolean
  /** As much of it as tells its owner which; null where none is confirmed. */
  address: string | null
  /** A code is under way to it, until then (ms). */
  pending: { address: string; until: number } | null
  /** What is not used any more, because its service said that there is no such; as much of it as tells its owner which. */
  gone: string | null
}

export interface NoticeCard {
  id: string
  as: Party
  caseId: string
  title: string
  /** Says no time until when something is to be done; those that were written before it was kept apart do. */
  body: string
  /** Until when it is to be done, as it is now; null where nothing is asked, or nobody waits for it any more. ms */
  dueAt: number | null
  page: string
  at: number
  read: boolean
  copy: CopyState
}

export interface Answers {
  whoAmI: {
    personId: string
    name: string
    /** Where this person may upload: any name below it. */
    uploadPrefix: string
    /** Roles beyond resident, with how many cases wait for that role's act. `limit`: fen a case, for a helper; null for the leader. */
    leads: { communityId: string; name: string; waiting: number; limit: number | null }[]
    /** Where a helper leader looks after some households. */
    gathers: { communityId: string; name: string }[]
    supplies: { supplierId: string; name: string; communityName: string; waiting: number }[]
    /** Desks that this person works at. `limit`: fen a case, null for none of theirs. */
    operates: { deskId: string; name: string; communities: number; capabilities: Capability[]; limit: number | null; waiting: number }[]
    /** Whether any order is bound. */
    isResident: boolean
    waitingForMe: number
    unread: number
    /** Messages that may still be sent, per template id, by our own ledger; none of a template that WeChat has stopped. */
    credits: Record<string, number>
  }
  residentHome: { waiting: CaseCard[]; recent: CaseCard[]; bought: BoughtGroupBuy[]; communities: CommunityCard[]; photoLinks: Record<string, string> }
  showGroupBuy: {
    id: string
    title: string
    communityName: string
    leaderName: string
    leaderPhone: string
    arrivedAt: number | null
    products: { title: string; spec: string; warning: Pick<ProductWarning, 'warningId' | 'doThis'> | null }[]
    /** What the caller's household bought in it; none where their orders have not been found yet. */
    mine: BoughtLine[]
  }
  /** `crowded`: too many tried on this group-buy. What is not right does not reach the leader then, and whoever asks is told so. */
  bindOrders: { state: 'bound'; orders: number; buyer: string } | { state: 'askedLeader'; because: 'phoneHidden' | 'crowded' }
  listHouseholds: { households: Household[] }
  unbindHousehold: { households: Household[] }
  showLine: { line: BoughtLine; groupBuyTitle: string; arrivedAt: number | null; left: number; community: CommunityCard
    /** Reasons that the arrival check has proven: they need no photo. */
    proven: Reason[]
    /** Who would look at a complaint about each of them; null: nobody else is there. */
    looks: Record<About, FirstLook['looks'] | null>
    /** Who looks first at what is not the leader's, by the community's rules. */
    firstElsewhere: FirstElsewhere
    /** A danger that was reported on the line and can still move. */
    openHazardId: string | null }
  addPhoto: { photoId: string }
  addVoice: { voiceId: string; seconds: number }
  addVideo: { videoId: string; seconds: number }
  fileCase: { view: CaseView }
  askAgain: { view: CaseView }
  fileOnBehalf: { view: CaseView }
  readChat: ChatReading
  listBuyers: { groupBuyTitle: string; households: BuyingHousehold[] }
  showCase: CaseAnswer
  actOnCase: { view: CaseView }
  showBundle: BundleAnswer
  deductionSheet: SheetAnswer
  refundSheetFile: SheetAnswer
  decideTogether: TogetherView
  carryOn: TogetherView
  undoTogether: TogetherView
  showIncident: {
    title: string; spec: string; groupBuyTitle: string; members: IncidentMember[]
    /** Photos of the whole crate, taken at the arrival check. */
    crate: string[]
    /** What was decided for the first ones, ready for those who come later. */
    standing: JointStep | null
    buyers: BatchBuyers
    standards: Standards
    /** Households that were asked, and what they said. */
    asked: { total: number; fine: number; bad: number; silent: number }
    photoLinks: Record<string, string>
  }
  refundSheet: {
    title: string
    refundIn: GroupBuy['refundIn']
    exportedAt: number | null
    /** `seen` by case: for deciding. */
    rows: (RefundRow & { seen: Record<string, number> })[]
    /** Decided, and not to be paid yet because it may be taken back; the last of it takes effect after `left` ms. */
    pending: { cases: number; left: number } | null
  }
  askBuyers: { asked: number; unreachable: number }
  showAsk: { joinNumber: string; buyer: string; title: string; spec: string; groupBuyTitle: string; orderId: string; lineId: string; answer: 'fine' | 'bad' | null; openCaseId: string | null; community: CommunityCard }
  answerAsk: { answer: 'fine' | 'bad' }
  openCommunity: CommunityCard
  showCommunity: CommunityPage
  editCommunity: CommunityPage
  showRoutes: RoutesPage
  saveRoutes: RoutesPage
  /** `about`: what the rules looked at. */
  tryRoute: { route: Route; about: { class: CaseClass; reason: Reason | null; title: string; supplierName: string | null; amountAsked: number } }
  showClocks: ClocksPage
  previewClocks: ClocksPreview
  saveClocks: ClocksPage
  showReplies: RepliesPage
  saveReplies: RepliesPage
  showCriteria: CriteriaPage
  publishCriterion: CriteriaPage
  retireCriterion: CriteriaPage
  inviteToCommunity: { token: string; expiresAt: number }
  showRoleInvitation: { communityName: string; leaderName: string; role: 'helper' | 'helperLeader' | 'leader' | 'desk'; limit: number | null; pickupPoints: string[]; expiresAt: number }
  acceptRole: { communityId: string; communityName: string; role: 'helper' | 'helperLeader' | 'leader' }
  revokeRoleInvitation: CommunityPage
  changeMember: CommunityPage
  removeFromTeam: CommunityPage
  leaveRole: { left: true }
  openDesk: { deskId: string; deskName: string; communityName: string }
  showDesk: DeskPage
  editDesk: DeskPage
  inviteToDesk: { token: string; expiresAt: number }
  showDeskInvitation: { deskName: string; by: string; capabilities: Capability[]; limit: number | null; expiresAt: number }
  acceptDeskInvitation: { deskId: string; deskName: string }
  revokeDeskInvitation: DeskPage
  changeOperator: DeskPage
  removeOperator: { left: true } | DeskPage
  endDesk: CommunityPage
  deskQueue: DeskQueue
  showBoard: Board
  deskGroupBuys: { communityName: string; groupBuys: { id: string; title: string; arrivedAt: number | null }[] }
  gatheredCases: { cards: CaseCard[]; photoLinks: Record<string, string> }
  /** `link` to a picture works until `linkUntil`, ms; the code itself for good. */
  groupBuyCode: { link: string; linkUntil: number }
  leaderInbox: {
    cards: CaseCard[]
    counts: { mine: number; moving: number; done: number }
    /** What is alike, in the tab of what waits for the leader; their cases are not among the cards. */
    alike: Alike[]
    /** Refunds to be made by a group-buy's sheet; their cases are not among the cards. */
    refunds: ToRefund[]
    /** Households that wait and have not been promised anything. */
    unpromised: number
    /** When somebody answers, today and on the next days; none where nobody waits for a promise. */
    hours: OpenDay[]
    /** Cases whose household does not know yet what became of them; as many as `listUntold` lists. */
    untold: number
    /** In the tab of what waits for the leader: dangers that others have in hand, because whoever leads may have to warn everybody first. */
    hazards: CaseCard[]
    /** In the same tab: what a supplier does not admit, where nothing else of the case waits for the leader; who bears it is theirs to say. */
    disputed: CaseCard[]
    photoLinks: Record<string, string>
  }
  listGroupBuys: { groupBuys: GroupBuyCard[]; suppliers: { id: string; name: string; people: number; recoverAt: RecoverAt; asksBasis: boolean }[]; bindingsWaiting: number }
  listUntold: { cases: Untold[] }
  groupBuyProgress: Progress
  markArrived: { arrivedAt: number }
  checkArrival: { arrivedAt: number; proven: number }
  showArrival: {
    title: string
    arrivedAt: number | null
    products: { productId: string; title: string; spec: string; ordered: number; hasSupplier: boolean; check: Pick<ArrivalCheck, 'arrived' | 'damaged' | 'photos' | 'bearer' | 'at'> | null }[]
    pickups: { orderId: string; joinNumber: string; buyer: string; pickupPoint: string; pieces: number; pickedUpAt: number | null; /** Titles of what must stay here. */ held: string[] }[]
    photoLinks: Record<string, string>
  }
  markPickedUp: { changed: number }
  nameSupplier: { supplierId: string }
  agreeOnSilence: { silenceAdmits: boolean }
  agreeOnRecovery: { recoverAt: RecoverAt }
  listBindings: { bindings: { id: string; groupBuyTitle: string; joinNumber: string; phoneLast4: string; buyers: string[]; askedAt: number }[] }
  confirmBinding: { bound: number }
  inviteSupplier: { token: string; expiresAt: number; supplierName: string; groupBuyTitle: string | null }
  showLink: LinkAnswer
  acceptInvitation: { supplierId: string; supplierName: string; groupBuyId: string | null }
  askToJoin: { state: 'asked' }
  answerJoin: { yes: boolean }
  showSupplier: SupplierAnswer
  revokeLink: { revoked: true }
  removeMember: { people: number }
  /** `warnings`: of this supplier's goods that are out now. */
  supplierCases: { cards: CaseCard[]; counts: { mine: number; all: number }; photoLinks: Record<string, string>; warnings: WarningAbout[] }
  previewWarning: { title: string; spec: string; /** One that is out already. */ warningId: string | null; households: number; /** Households of which somebody is here. */ here: number; groupBuys: { id: string; title: string }[]; hasSupplier: boolean }
  startWarning: WarningView
  carryOnWarning: WarningView
  showWarning: WarningView
  countWarning: WarningCounts
  readWarning: WarningAbout & {
    community: CommunityCard
    groupBuys: { id: string; title: string }[]
    /** What the caller's households bought of it. */
    mine: { orderId: string; lineId: string; buyer: string; joinNumber: string; groupBuyTitle: string }[]
    /** All of the caller's households said 知道了. */
    acknowledged: boolean
  }
  acknowledgeWarning: { acknowledged: boolean }
  markReached: WarningView
  holdProduct: WarningView
  liftWarning: WarningView
  showChannels: ChannelsPage
  setRobot: ChannelsPage
  testRobot: ChannelsPage
  removeRobot: ChannelsPage
  askCode: ChannelsPage
  confirmCode: ChannelsPage
  removeContact: ChannelsPage
  /** `unread`: in the whole inbox. `next`: where the older ones begin; null where there are none. */
  listNotices: { notices: NoticeCard[]; unread: number; next: { at: number; id: string } | null }
  showNoticeSettings: NoticeSettings
  saveNoticeSettings: NoticeSettings
  readNotices: { unread: number }
  recordConsent: { credits: Record<string, number> }
  previewImport: ImportPreview
  confirmImport: ImportResult
}

/** A case, and links to its photos, voices and videos that expire (`linksUntil`, ms); only those of the view are linked. */
export interface CaseAnswer {
  view: CaseView
  photoLinks: Record<string, string>
  voiceLinks: Record<string, string>
  videoLinks: Record<string, string>
  linksUntil: number
  community: CommunityCard
  /** The case in which a dismissed one was asked again; null where it was not, and where this person may not open it. */
  followedBy: string | null
  /** For who decides: what becomes of WeChat's message about what the resident does not know yet; null where they know, or are not here. */
  telling: Telling | null
  /** The dismissed case that this one goes on from, for the leader's side and the desk; null where there is none, or this person may not open it. Its photos are among the links. */
  earlier: EarlierCase | null
  /** For the leader's side alone. */
  standards: Standards | null
  /** The warning about this product that is out now, and whether this person may start one where there is none; null for suppliers, who have it on their first page. */
  warned: { id: string | null; mayStart: boolean; groupBuyId: string; productId: string } | null
}
