import { CLASS_CODES, CLASSES, type CaseClass, type RecoverFrom } from '../case/reasons'
import type { Holder } from './rule'

/** What holds where a community has said nothing else [spec: case, "What each class needs and where it goes"]. */
export interface DefaultRule {
  id: `usual:${CaseClass}`
  holder: Holder
  recoverFrom: RecoverFrom
  /** The supplier hears of it at once, whoever decides. */
  copySupplier: boolean
  words: string
}

/** What the table of classes says, as a leader reads it. */
const WORDS: Record<CaseClass, string> = {
  quality: '质量问题：团长先定，钱找供货商',
  hazard: '安全问题平台先看，没有平台就归团长，同时告诉供货商',
  quantity: '少了、错了：团长先定，钱找供货商；被别人拿错的、没来提的不找',
  logistics: '快递、运输：团长先定，先退给邻居，再找快递',
  service: '对人的意见平台看，没有平台就归没被点名的人，被说的人看不到',
  missingPart: '缺配件：团长先定，找供货商',
  orderChange: '改订单团长定',
  price: '价格问题团长定',
  repair: '要维修：团长先定，要花钱就找供货商',
  suggestion: '建议团长看',
  other: '其他的事团长看',
}

/** One for each class, so that every case has a way. Who and from whom stands in `CLASSES` alone. */
export const DEFAULT_RULES = Object.fromEntries(CLASS_CODES.map((of): [CaseClass, DefaultRule] => {
  const { first, recoverFrom } = CLASSES[of]
  return [of, { id: `usual:${of}`, holder: first === 'desk' ? 'operator' : 'leader', recoverFrom, copySupplier: of === 'hazard', words: WORDS[of] }]
})) as Record<CaseClass, DefaultRule>
