import type { Holder, RecoverFrom, RouteClass } from './rule'

/** What holds where a community has said nothing else [spec: case, "What each class needs and where it goes"]. */
export interface DefaultRule {
  id: `usual:${RouteClass}`
  holder: Holder
  recoverFrom: RecoverFrom
  /** The supplier hears of it at once, whoever decides. */
  copySupplier: boolean
  words: string
}

const rule = (of: RouteClass, holder: Holder, recoverFrom: RecoverFrom, words: string, copySupplier = false): DefaultRule => ({ id: `usual:${of}`, holder, recoverFrom, copySupplier, words })

/** One for each class, so that every case has a way. */
export const DEFAULT_RULES: Record<RouteClass, DefaultRule> = {
  quality: rule('quality', 'leader', 'supplier', '质量问题团长先定，钱找供货商'),
  hazard: rule('hazard', 'operator', 'supplier', '安全问题平台先看，没有平台就归团长，同时告诉供货商', true),
  quantity: rule('quantity', 'leader', 'supplier', '少了、错了团长先定，钱找供货商'),
  logistics: rule('logistics', 'leader', 'carrier', '快递、运输的事团长先定，先退给邻居，再找快递'),
  service: rule('service', 'operator', 'nobody', '对人的意见平台看，没有平台就归没被点名的人，被说的人看不到'),
  missingPart: rule('missingPart', 'leader', 'supplier', '缺配件团长先定，找供货商'),
  orderChange: rule('orderChange', 'leader', 'nobody', '改订单团长定'),
  price: rule('price', 'leader', 'nobody', '价格问题团长定'),
  repair: rule('repair', 'leader', 'nobody', '要维修的团长先定，谁出钱再商量'),
  suggestion: rule('suggestion', 'leader', 'nobody', '建议团长看'),
  other: rule('other', 'leader', 'nobody', '其他的事团长看'),
}
