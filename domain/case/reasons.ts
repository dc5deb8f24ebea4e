import type { OwnCriterion } from './criteria'

/** What can be wrong, in the order a resident sees it, and what each reason needs. More classes join here as they are built. */

export type CaseClass = 'quality' | 'quantity'

export const REASONS = {
  spoiled: { class: 'quality', says: '坏了、烂了', picture: '拍坏的地方，旁边放上整盒', photos: 1, measure: 'pieces', common: true },
  damaged: { class: 'quality', says: '压坏、摔坏了', picture: '拍压坏的地方和外包装', photos: 1, measure: 'pieces', common: true },
  missing: { class: 'quantity', says: '少了、没拿到', picture: '拍一张您拿到的全部东西', photos: 1, measure: 'count', common: true },
  underweight: { class: 'quality', says: '分量不够', picture: '连同秤上的数字一起拍', photos: 1, measure: 'weight', common: true },
  wrongGoods: { class: 'quantity', says: '发错东西了', picture: '拍您拿到的东西和标签', photos: 1, measure: 'count', common: false },
  packageDamaged: { class: 'quality', says: '包装破了', picture: '拍破的地方，里面漏没漏也拍上', photos: 1, measure: 'pieces', common: false },
  expired: { class: 'quality', says: '过期了', picture: '拍清楚日期', photos: 1, measure: 'pieces', common: false },
  thawed: { class: 'quality', says: '化冻了、不冷了', picture: '拍包装里面和冰袋', photos: 1, measure: 'pieces', common: false },
  foreignObject: { class: 'quality', says: '里面有异物', picture: '东西先别扔，靠近拍清楚', photos: 1, measure: 'pieces', common: false },
  notAsDescribed: { class: 'quality', says: '跟说的不一样', picture: '拍不一样的地方', photos: 1, measure: 'pieces', common: false },
} as const satisfies Record<string, ReasonRule>

interface ReasonRule {
  class: CaseClass
  /** The words on the tile. */
  says: string
  /** One line about what makes a good picture for it. */
  picture: string
  /** Fewest photos to file with. */
  photos: number
  /** `pieces`: how many and how bad; `count`: how many; `weight`: promised against weighed. */
  measure: 'pieces' | 'count' | 'weight'
  /** Among the first four. */
  common: boolean
}

export type Reason = keyof typeof REASONS

export const REASON_CODES = Object.keys(REASONS) as [Reason, ...Reason[]]

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
