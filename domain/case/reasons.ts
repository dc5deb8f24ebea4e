import type { OwnCriterion } from './criteria'
import type { Wish } from './claim'


export type CaseClass = 'quality' | 'hazard' | 'quantity' | 'logistics' | 'service' | 'missingPart' | 'orderChange' | 'price' | 'repair' | 'suggestion' | 'other'

/** Of what went bad or came wrong; the first is taken as given. */
const GOODS = ['refund', 'exchange', 'redeliver', 'returnRefund', 'apology', 'none'] as const
/** Who never got it wants it still, or the money. */
const NEVER_CAME = ['refund', 'redeliver', 'apology', 'none'] as const
/** No goods are wrong: nothing to give back money for. */
const NO_MONEY = ['apology', 'none'] as const

/** What can be wrong, in the order a resident sees it, and what each reason needs. */
export const REASONS = {
  spoiled: { class: 'quality', says: '坏了、烂了', picture: '拍坏的地方，旁边放上整盒', photos: 1, measure: 'pieces', wishes: GOODS, common: true },
  damaged: { class: 'quality', says: '压坏、摔坏了', picture: '拍压坏的地方和外包装', photos: 1, measure: 'pieces', wishes: GOODS, common: true },
  missing: { class: 'quantity', says: '少了、没拿到', picture: '拍一张您拿到的全部东西', photos: 1, measure: 'count', wishes: NEVER_CAME, common: true },
  underweight: { class: 'quality', says: '分量不够', picture: '连同秤上的数字一起拍', photos: 1, measure: 'weight', wishes: GOODS, common: true },
  packageDamaged: { class: 'quality', says: '包装破了', picture: '拍破的地方，里面漏没漏也拍上', photos: 1, measure: 'pieces', wishes: GOODS, common: false },
  expired: { class: 'quality', says: '过期了', picture: '拍清楚日期', photos: 1, measure: 'pieces', wishes: GOODS, common: false },
  thawed: { class: 'quality', says: '化冻了、不冷了', picture: '拍包装里面和冰袋', photos: 1, measure: 'pieces', wishes: GOODS, common: false },
  foreignObject: { class: 'quality', says: '里面有异物', picture: '东西先别扔，靠近拍清楚', photos: 1, measure: 'pieces', wishes: GOODS, common: false },
  // Negotiated by default: money is a tap further.
  notAsDescribed: { class: 'quality', says: '跟说的不一样', picture: '拍不一样的地方', photos: 1, measure: 'pieces', wishes: ['apology', 'refund', 'returnRefund', 'exchange', 'none'], common: false },
  notExpected: { class: 'quality', says: '颜色、大小不合适', picture: '拍东西和它的标签、尺码', photos: 1, measure: 'pieces', wishes: ['exchange', 'returnRefund', 'refund', 'apology', 'none'], common: false },
  wrongGoods: { class: 'quantity', says: '发错东西了', picture: '拍您拿到的东西和标签', photos: 1, measure: 'count', wishes: GOODS, common: false },
  takenByAnother: { class: 'quantity', says: '被别人拿错了', picture: '拍您拿到的东西，没有也行', photos: 0, measure: 'count', wishes: NEVER_CAME, common: false },
  notPickedUp: { class: 'quantity', says: '还没提到货', picture: '不用拍照', photos: 0, measure: 'count', wishes: ['redeliver', 'refund', 'none'], common: false },
  lost: { class: 'logistics', says: '快递丢了', picture: '不用拍照', photos: 0, measure: 'count', wishes: NEVER_CAME, common: false },
  late: { class: 'logistics', says: '送晚了', picture: '不用拍照', photos: 0, measure: 'none', wishes: ['apology', 'refund', 'none'], common: false },
  damagedOnWay: { class: 'logistics', says: '路上弄坏了', picture: '拍坏的地方和快递单', photos: 0, measure: 'pieces', wishes: GOODS, parcel: true, common: false },
  whereIsIt: { class: 'logistics', says: '到哪儿了', picture: '有快递单就拍一张', photos: 0, measure: 'none', wishes: ['none', 'apology', 'refund'], parcel: true, common: false },
  attitude: { class: 'service', says: '态度不好', picture: '不用拍照，聊天记录可以截图', photos: 0, measure: 'none', wishes: NO_MONEY, common: false },
  slow: { class: 'service', says: '回得慢、办得慢', picture: '不用拍照，聊天记录可以截图', photos: 0, measure: 'none', wishes: NO_MONEY, common: false },
  passedAround: { class: 'service', says: '推来推去', picture: '不用拍照，聊天记录可以截图', photos: 0, measure: 'none', wishes: NO_MONEY, common: false },
  lacksKnowledge: { class: 'service', says: '问了说不清楚', picture: '不用拍照，聊天记录可以截图', photos: 0, measure: 'none', wishes: NO_MONEY, common: false },
  tedious: { class: 'service', says: '手续太麻烦', picture: '不用拍照，聊天记录可以截图', photos: 0, measure: 'none', wishes: NO_MONEY, common: false },
  partMissing: { class: 'missingPart', says: '缺配件、缺零件', picture: '拍全部零件，或者装箱单', photos: 0, measure: 'parts', wishes: ['sendPart', 'exchange', 'refund', 'returnRefund', 'none'], common: false },
  repair: { class: 'repair', says: '用着坏了、要修', picture: '拍坏的地方，没有也行', photos: 0, measure: 'count', wishes: ['repair', 'exchange', 'returnRefund', 'refund', 'none'], words: true, common: false },
  orderChange: { class: 'orderChange', says: '想改、不想要了', picture: '不用拍照', photos: 0, measure: 'count', wishes: ['refund', 'exchange', 'returnRefund', 'none'], common: false },
  orderMistake: { class: 'orderChange', says: '下错单、多拍了', picture: '不用拍照', photos: 0, measure: 'count', wishes: ['refund', 'exchange', 'returnRefund', 'none'], common: false },
  price: { class: 'price', says: '价钱不对', picture: '不用拍照，看到的价钱可以截图', photos: 0, measure: 'none', wishes: ['apology', 'refund', 'none'], common: false },
  suggestion: { class: 'suggestion', says: '提个建议', picture: '不用拍照', photos: 0, measure: 'none', wishes: ['none'], words: true, common: false },
  other: { class: 'other', says: '别的事', picture: '有照片更好，没有也行', photos: 0, measure: 'none', wishes: ['apology', 'refund', 'exchange', 'none'], words: true, common: false },
  // Apart from the others on the screen, and needs nothing else.
  hazard: { class: 'hazard', says: '吃了不舒服、有危险', picture: '能拍就拍一张，东西别扔', photos: 0, measure: 'none', wishes: ['refund', 'returnRefund', 'apology', 'none'], common: false },
} as const satisfies Record<string, ReasonRule>

export interface ReasonRule {
  class: CaseClass
  /** The words on the tile. */
  says: string
  /** One line about what makes a good picture for it. */
  picture: string
  /** Fewest photos to file with. */
  photos: number
  /** `pieces`: how many and how bad; `count`: how many; `weight`: promised against weighed; `parts`: which parts are missing; `none`: nothing to count. */
  measure: 'pieces' | 'count' | 'weight' | 'parts' | 'none'
  /** What can be asked for; the first is taken as given. Without `refund` and `returnRefund` it is not about money. */
  wishes: readonly Wish['kind'][]
  /** The number of a waybill or parcel is asked for; a photo of it does as well. */
  parcel?: true
  /** Something has to say what it is about: words, a voice or a photo. */
  words?: true
  /** Among the first four. */
  common: boolean
}

export type Reason = keyof typeof REASONS

export const REASON_CODES = Object.keys(REASONS) as [Reason, ...Reason[]]

/** What a reason needs, with everything that only some of them have. */
export function ruleFor(reason: Reason): ReasonRule {
  return REASONS[reason]
}

/** Whether a household can ask money for it. */
export function isAboutMoney(reason: Reason): boolean {
  const { wishes } = ruleFor(reason)
  return wishes.includes('refund') || wishes.includes('returnRefund')
}

/** Who pays back what a household gets, where nobody decides otherwise. `nobody`: the seller bears it. */
export type RecoverFrom = 'supplier' | 'carrier' | 'nobody'

interface ClassRule {
  /** What people call it. */
  says: string
  recoverFrom: RecoverFrom
  /** Who decides first, where a community's own rules say nothing else: the desk of the platform where there is one, or always the leader. */
  first: 'desk' | 'leader'
  /** One batch can have it: cases of one product stand together, and count for whom to ask. */
  ofBatch: boolean
}

/** The classes' ways [spec: what each class needs and where it goes]. What is "as decided" costs nobody anything before it is decided. */
export const CLASSES: Record<CaseClass, ClassRule> = {
  quality: { says: '质量问题', recoverFrom: 'supplier', first: 'leader', ofBatch: true },
  hazard: { says: '安全问题', recoverFrom: 'supplier', first: 'desk', ofBatch: true },
  quantity: { says: '少了、错了', recoverFrom: 'supplier', first: 'leader', ofBatch: true },
  logistics: { says: '快递、运输', recoverFrom: 'carrier', first: 'leader', ofBatch: false },
  service: { says: '对人的意见', recoverFrom: 'nobody', first: 'desk', ofBatch: false },
  missingPart: { says: '缺配件', recoverFrom: 'supplier', first: 'leader', ofBatch: false },
  orderChange: { says: '改订单', recoverFrom: 'nobody', first: 'leader', ofBatch: false },
  price: { says: '价格问题', recoverFrom: 'nobody', first: 'leader', ofBatch: false },
  repair: { says: '要维修', recoverFrom: 'supplier', first: 'leader', ofBatch: false },
  suggestion: { says: '建议', recoverFrom: 'nobody', first: 'leader', ofBatch: false },
  other: { says: '其他', recoverFrom: 'nobody', first: 'leader', ofBatch: false },
}

export const CLASS_CODES = Object.keys(CLASSES) as [CaseClass, ...CaseClass[]]

/** Where the neighbours took it, or did not come for it, no supplier has anything to answer. */
const NOBODYS: readonly Reason[] = ['takenByAnother', 'notPickedUp']

/** Whom a refund for this reason is claimed back from. */
export function recoverFromFor(reason: Reason): RecoverFrom {
  return NOBODYS.includes(reason) ? 'nobody' : CLASSES[REASONS[reason].class].recoverFrom
}

/** Whom a complaint about the service is about. */
export const ABOUT = { leader: '团长', helper: '团长的帮手', supplier: '供货商', operator: '平台' } as const
export type About = keyof typeof ABOUT
export const ABOUT_CODES = Object.keys(ABOUT) as [About, ...About[]]

/** Reasons for not agreeing that are published everywhere; the resident reads them as they stand. A community's own: see `criteria.ts`. */
export const CRITERIA = {
  withinTolerance: '在事先说好的允许范围里',
  notShown: '照片里看不出这个问题',
  otherGoods: '照片里的不是这次团购的东西',
  kept: '拿回家以后存放造成的',
  alreadySettled: '这个问题之前已经处理过了',
  notAProblem: '这是正常情况，不是质量问题',
} as const
export type UsualCriterion = keyof typeof CRITERIA
/** Or one of the community's own. */
export type Criterion = UsualCriterion | OwnCriterion
export const CRITERION_CODES = Object.keys(CRITERIA) as [UsualCriterion, ...UsualCriterion[]]

/** How a decision was reviewed. */
export const REVIEWS = { photos: '看了照片', call: '打了电话', onSite: '看了实物' } as const
export type Review = keyof typeof REVIEWS
export const REVIEW_CODES = Object.keys(REVIEWS) as [Review, ...Review[]]

/** Why a supplier does not accept what is claimed. */
export const DISPUTES = {
  oldPhoto: '照片不是这一批',
  lateClaim: '反映得太晚',
  moreThanDelivered: '比送去的还多',
  keptWarm: '到货后没有冷藏',
  withinTolerance: '在约定的允许范围里',
  costNotRetail: '应按进价算，不按零售价',
  other: '其他',
} as const
export type DisputeReason = keyof typeof DISPUTES
export const DISPUTE_CODES = Object.keys(DISPUTES) as [DisputeReason, ...DisputeReason[]]

/** Where a refund was paid. */
export const CHANNELS = { otherApp: '在接龙/团购小程序里退的', wechatTransfer: '微信转账', cash: '现金' } as const
export type PaymentChannel = keyof typeof CHANNELS
export const CHANNEL_CODES = Object.keys(CHANNELS) as [PaymentChannel, ...PaymentChannel[]]
