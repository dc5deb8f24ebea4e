import { yuan } from '../../domain/case/money'
import { remedyOf, REMEDIES } from '../../domain/case/remedy'
import type { CaseView } from '../../domain/people/caseView'

/** What was asked for, as one agrees to it: 同意并退 ¥12.60, 同意换货. */
export function grantWords(view: Pick<CaseView, 'wish' | 'counter' | 'asked'>): string {
  if (view.counter) return `同意退 ${yuan(view.asked)}`
  const remedy = remedyOf(view.wish)
  if (remedy === null) return '知道了，会盯着'
  if (remedy === 'refund') return `同意并退 ${yuan(view.asked)}`
  return remedy === 'returnRefund' ? `同意退货，退 ${yuan(view.asked)}` : `同意${REMEDIES[remedy]}`
}
