import { yuan } from '../../../domain/case/money'
import { REMEDIES, worthOf, type OfferOption } from '../../../domain/case/remedy'

/** The yes to a way out, with what one gets: on the button. */
export function agreeWords(option: OfferOption): string {
  const worth = worthOf(option)
  if (option.remedy === 'refund') return worth > 0 ? `同意，退我 ${yuan(worth)}` : '同意，不用退'
  if (option.remedy === 'returnRefund') return `同意退货，退我 ${yuan(worth)}`
  return `同意${REMEDIES[option.remedy]}${worth > 0 ? `，另给 ${yuan(worth)}` : ''}`
}
