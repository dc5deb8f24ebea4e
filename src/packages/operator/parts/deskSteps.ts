import { totalDue } from '../../../../domain/case/liability'
import { yuan } from '../../../../domain/case/money'
import { sentGoods } from '../../../../domain/case/sentGoods'
import type { CaseStep } from '../../../../domain/contract/calls'
import type { CaseView } from '../../../../domain/people/caseView'
import { isOverLimit } from '../../../components/SettleSheet/isOverLimit'
import { grantWords } from '../../../words/grantWords'

/** The steps behind 更多, in the order they are offered, and what each brings about. Each has its sheet in `StepSheets`. */
export const STEP_SAYS = {
  decideAppeal: { label: '重新看，定下来', hint: '同意或者维持，写一句为什么' },
  settleMore: { label: '同意，另补运费、补偿', hint: '在居民要的以外再加一点' },
  askEvidence: { label: '请居民补张照片', hint: '说清楚补什么，居民会收到消息' },
  addEvidence: { label: '居民发来了，替他补上', hint: '电话、邮件、客服里说的和发的' },
  forward: { label: '请供货商先看', hint: '居民看得到在等谁' },
  offer: { label: '换个办法', hint: '比如退一半，居民点头才算' },
  reject: { label: '不同意', hint: '选一个原因，写一句话，居民和团长都看得到' },
  agree: { label: '居民说同意了', hint: '替他点，要写上他怎么说的' },
  decline: { label: '居民说不同意', hint: '替他回，再换个办法' },
  appeal: { label: '居民要找人再看看', hint: '替他提，由没定过的人来看' },
  reassign: { label: '转给别人定', hint: '转给团长，或者接过来由平台定' },
  investigate: { label: '先查一查', hint: '说好查什么、什么时候有结果' },
  endInvestigation: { label: '查完了', hint: '写一句查到了什么，居民会看到' },
  receiveReturn: { label: '退货收到了', hint: '先记下到了，再验' },
  inspectReturn: { label: '退货验过了', hint: '和说的一样，或者不一样' },
  forwardReturn: { label: '退给供货商，由他验', hint: '写清楚退到哪里，居民看得到' },
  giveBack: { label: '东西还给居民了', hint: '怎么还的' },
  sendReplacement: { label: '东西发出去了', hint: '怎么送、单号' },
  receiveReplacement: { label: '居民说收到了', hint: '替他点收到' },
  payRefund: { label: '退款退好了', hint: '在哪里退的，有截图最好' },
  startRefund: { label: '在退了，还没到', hint: '居民看得到钱在路上' },
  failRefund: { label: '没退成', hint: '写一句为什么，过后再退' },
  splitLiability: { label: '分一下谁承担', hint: '几方加起来正好，居民看不到' },
  carrier: { label: '快递回话了', hint: '认或者不认，替他们记下来' },
  plan: { label: '接下来怎么办', hint: '谁、做什么、什么时候前' },
  note: { label: '记一笔', hint: '只有处理的人看得到，也可以给居民看' },
  tell: { label: '已经告诉居民了', hint: '打了电话、当面说了' },
} as const
export type DeskStep = keyof typeof STEP_SAYS

/** What a step is called on this case: what is sent, by what it is. */
export function stepLabel({ remedy }: Pick<CaseView, 'remedy'>, step: DeskStep): string {
  return step === 'sendReplacement' ? `${sentGoods(remedy).it}发出去了` : STEP_SAYS[step].label
}

/** What each step brings about on this case. */
export function stepHint(view: Pick<CaseView, 'unseenByNamed' | 'about'>, step: DeskStep): string {
  return step === 'reject' && isHiddenFromLeaders(view) ? '选一个原因，写一句话，居民看得到' : STEP_SAYS[step].hint
}

/** It names somebody of the leader's side, who sees nothing of it. */
export function isHiddenFromLeaders({ unseenByNamed, about }: Pick<CaseView, 'unseenByNamed' | 'about'>): boolean {
  return unseenByNamed && (about === 'leader' || about === 'helper')
}

/** What stands on the main button: a step that goes at once, or one that asks first. */
export type NextStep = { label: string; command: CaseStep } | { label: string; step: DeskStep }

/** The one thing to do next, by what this person may do; null where that is nothing, or not theirs. */
export function nextOf(view: CaseView): NextStep | null {
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  const ask = (step: DeskStep): NextStep => ({ label: stepLabel(view, step), step })
  if (may('decideAppeal')) return ask('decideAppeal')
  if (view.stage === 'givingBack' && may('giveBack')) return ask('giveBack')
  if (view.decision === 'rejected' || view.decision === 'appealed') return null
  if (may('settle')) return isOverLimit(view) ? null : { label: grantWords(view), command: { type: 'settle', amount: view.asked } }
  for (const step of ['inspectReturn', 'receiveReturn', 'giveBack', 'sendReplacement'] as const) if (may(step)) return ask(step)
  if (view.recovery?.state === 'disputed' && may('splitLiability')) return ask('splitLiability')
  return null
}

/** All others, in the order of the table. */
export function moreOf(view: CaseView): DeskStep[] {
  const next = nextOf(view)
  return (Object.keys(STEP_SAYS) as DeskStep[]).filter(step => isThere(view, step) && !(next && 'step' in next && next.step === step))
}

/** Whether this person may take the step now. */
export function isThere(view: CaseView, step: DeskStep): boolean {
  switch (step) {
    case 'settleMore': return view.mayDo.includes('settle') && !isOverLimit(view)
    case 'carrier': return view.recoverFrom === 'carrier' && view.mayDo.includes('admitRecovery')
    default: return view.mayDo.includes(step)
  }
}

/** What is owed to the household now. */
export function owedWords(view: Pick<CaseView, 'amount' | 'freight' | 'compensation'>): string {
  return yuan(totalDue(view))
}
