import type { OfferOption } from '../../domain/case/remedy'
import { staysHere } from '../../domain/case/goods'
import { goodsOf } from '../../domain/case/remedy'

/**
 * What happens to the goods with a way out, in a sentence for the household; '' where nothing travels.
 * @param here they came back already, and were not found to be as they were said to be
 */
export function goodsWords(option: Pick<OfferOption, 'remedy' | 'returnFirst' | 'refund' | 'kept'>, here = false): string {
  if (here) return staysHere(option) ? '东西留下，不还您了。' : '东西会还给您。'
  switch (goodsOf(option.remedy, option.returnFirst ?? false)) {
    case 'back': return option.remedy === 'returnRefund' ? '您把东西拿回来，验过跟您说的一样就退钱。' : `您先把东西拿回来，验过跟您说的一样就${option.remedy === 'repair' ? '修好' : '换好'}给您。`
    case 'out': return option.remedy === 'repair' || option.remedy === 'exchange' ? '东西先不用拿回来。' : '会送到您手上，东西不用退。'
    case null: return ''
  }
}
