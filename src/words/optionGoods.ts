import type { OfferOption } from '../../domain/case/remedy'
import { goodsOf } from '../../domain/case/remedy'

/** What happens to the goods with a way out, in a sentence for the household; '' where nothing travels. */
export function goodsWords(option: Pick<OfferOption, 'remedy' | 'returnFirst' | 'refund'>): string {
  switch (goodsOf(option.remedy, option.returnFirst ?? false)) {
    case 'back': return option.remedy === 'returnRefund' ? '您把东西拿回来，验过跟您说的一样就退钱。' : `您先把东西拿回来，验过跟您说的一样就${option.remedy === 'repair' ? '修好' : '换好'}给您。`
    case 'out': return option.remedy === 'repair' || option.remedy === 'exchange' ? '东西先不用拿回来。' : '会送到您手上，东西不用退。'
    case null: return ''
  }
}
