import type { DisputeReason } from '../case/reasons'

/**
 * What a supplier says instead of typing it: these are theirs, so no community rewrites them, and none has a place for a household's name,
 * which they never learn.
 */
export const SUPPLIER_REPLIES: { dispute: Record<DisputeReason, readonly string[]>; askEvidence: readonly string[]; offer: readonly string[] } = {
  dispute: {
    oldPhoto: ['照片里的包装不是这一批的，请核对一下日期。'],
    lateClaim: ['到货当天没有反映，隔了这么久，说不清是不是到货时就这样。'],
    moreThanDelivered: ['反映的件数比我送去的多，请对一下送货单。'],
    keptWarm: ['送到的时候是冷的，请问到货后有没有放进冷柜？'],
    withinTolerance: ['开团前说好的损耗范围里，这一份没有超。'],
    costNotRetail: ['我们说好按进价算，请按进价改一下。'],
    other: ['出库前都看过、拍过照，请您核对一下是哪个环节的问题。', '麻烦把东西留着，我来看一下再定。'],
  },
  askEvidence: ['麻烦再拍一张，看清楚了马上回话。', '不着急，方便的时候补一张就行。'],
  offer: ['坏的部分我来承担，好的请先吃，您看行吗？', '实在不好意思，这一批路上受了点热，我退一部分。'],
}
