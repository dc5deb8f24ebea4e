import { sentGoods } from '../../../../../domain/case/sentGoods'
import type { CaseStep } from '../../../../../domain/contract/calls'
import type { CaseView } from '../../../../../domain/people/caseView'
import { isOverLimit } from '../../../../components/SettleSheet/isOverLimit'
import { grantWords } from '../../../../words/grantWords'

/** What a sheet asks for, besides the plain answers: named by the command where there is one of its own. */
export type CaseSheet =
  | 'settleMore' | 'changeMind' | 'askEvidence' | 'addEvidence' | 'forward' | 'offer' | 'refer' | 'reject' | 'agree' | 'decline'
  | 'receiveReturn' | 'inspectReturn' | 'forwardReturn' | 'giveBack' | 'sendReplacement' | 'receiveReplacement' | 'payRefund' | 'startRefund' | 'failRefund'
  | 'splitLiability' | 'carrier' | 'tell' | 'plan' | 'note'

/** The main button: what it says, and the step it takes or the sheet it opens. */
export type NextStep = { label: string; command: CaseStep } | { label: string; sheet: CaseSheet }

/** What the leader has to do now, or can do instead of waiting: goods first, then money, then the decision. Null where there is nothing, or not for this helper. */
export function nextStepOf(view: CaseView): NextStep | null {
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  if (may('receiveReturn')) return { label: '收到退货', sheet: 'receiveReturn' }
  if (may('inspectReturn')) return { label: '验过了', sheet: 'inspectReturn' }
  if (may('sendReplacement') && view.goods?.by === 'leader') return { label: `${sentGoods(view.remedy).it}发了`, sheet: 'sendReplacement' }
  if (view.stage === 'givingBack' && may('giveBack')) return { label: '还给邻居了', sheet: 'giveBack' }
  if (may('payRefund')) return { label: view.money === 'failed' ? '再退一次：我已退款' : '我已退款', sheet: 'payRefund' }
  // Who keeps the goods is not given the money for them by the nearest button.
  if (may('settle') && !isChangeOfMind(view) && view.stage !== 'returnOff') return isOverLimit(view) ? null : { label: settleWords(view), command: { type: 'settle', amount: view.asked } }
  if (mustSplit(view) && view.holder !== 'leader') return { label: '供货商不认，请定谁承担', sheet: 'splitLiability' }
  // Nobody can agree to what was offered any more.
  if (view.decision === 'offered' && may('offer')) return { label: '重新给个办法', sheet: 'offer' }
  return null
}

/** Everything else, in the order of use. */
const MORE: readonly CaseSheet[] = [
  'settleMore', 'changeMind', 'askEvidence', 'addEvidence', 'forward', 'offer', 'refer', 'reject', 'agree', 'decline',
  'forwardReturn', 'receiveReplacement', 'sendReplacement', 'giveBack', 'payRefund', 'startRefund', 'failRefund', 'splitLiability', 'carrier', 'tell', 'plan', 'note',
]

/** What else this case allows now. */
export function moreStepsOf(view: CaseView): CaseSheet[] {
  const next = nextStepOf(view)
  return MORE.filter(sheet => isPossible(view, sheet) && !(next && 'sheet' in next && next.sheet === sheet))
}

/** Whether the sheet still has a meaning, as the case is now. */
export function isPossible(view: CaseView, sheet: CaseSheet): boolean {
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  switch (sheet) {
    case 'settleMore': return may('settle') && !isChangeOfMind(view) && !isOverLimit(view)
    case 'changeMind': return may('settle') && isChangeOfMind(view) && !isOverLimit(view)
    case 'carrier': return view.recoverFrom === 'carrier' && may('admitRecovery')
    default: return may(sheet)
  }
}

/** The supplier does not admit what it was to bear: whoever leads says who does. */
export function mustSplit({ recovery, mayDo }: Pick<CaseView, 'recovery' | 'mayDo'>): boolean {
  return recovery?.state === 'disputed' && mayDo.includes('splitLiability')
}

/** It was refused before. */
function isChangeOfMind({ decision }: CaseView): boolean {
  return decision === 'rejected' || decision === 'appealed'
}

function settleWords(view: CaseView): string {
  const words = grantWords(view)
  const waits = view.decision === 'withOperator' || view.decision === 'withSupplier' || view.decision === 'evidence'
  if (waits && view.wish.kind === 'none' && !view.counter) return '知道了，我来盯着'
  if (view.decision === 'withOperator') return `不等平台了，${words}`
  if (view.decision === 'withSupplier' || view.decision === 'evidence') return `不等了，${words}`
  return view.goods?.state === 'failed' ? `还是${words}` : words
}
