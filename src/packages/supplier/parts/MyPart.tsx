import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import { DISPUTES } from '../../../../domain/case/reasons'
import type { CaseView } from '../../../../domain/people/caseView'
import { Card } from '../../../components/Card/Card'
import { Deadline } from '../../../components/Deadline/Deadline'
import { basisWords } from '../../../words/basisWords'
import { stageWords } from '../../../words/stageWords'
import './MyPart.scss'

/** What this case is for the supplier: asked first, claimed from, answered, or not concerned. Says what silence does. */
export function MyPart({ view }: { view: CaseView }): ReactNode {
  const { title, says, tone } = partOf(view)
  return (
    <Card {...(tone === undefined ? {} : { tone })}>
      <View className='my-part__first'>
        <View className='my-part__title'>{title}</View>
        {view.myDue && <Deadline due={view.myDue} who='请在' />}
      </View>
      <View>{says}</View>
    </Card>
  )
}

function partOf(view: CaseView): { title: string; says: string; tone?: 'green' | 'amber' } {
  if (view.takesEffect) return { title: stageWords(view.stage, 'supplier'), says: '过几秒才告诉居民和团长。点错了，现在还能撤回。' }
  const { recovery } = view
  if (recovery?.state === 'claimed') return { tone: 'amber', title: `请您认 ${yuan(recovery.amount)}（${basisWords(recovery.basis)}）`, says: '居民的钱团长已经定了由他先退，您不用转账，认下来就从货款里扣。没回话不算您认了，团长会再找您。' }
  if (recovery?.state === 'admitted') return { tone: 'green', title: `✓ 您认了 ${yuan(recovery.amount)}（${basisWords(recovery.basis)}）`, says: '跟团长结货款时扣，不用再做什么。' }
  if (recovery?.state === 'disputed') {
    const why = recovery.dispute ? `：${DISPUTES[recovery.dispute.reason]}${recovery.dispute.words === '' ? '' : `，“${recovery.dispute.words}”`}` : ''
    return { title: `您没认 ${yuan(recovery.amount)}（${basisWords(recovery.basis)}）`, says: `您的意见团长看到了${why}。他会跟您商量，居民那边不受影响。` }
  }
  if (view.stage === 'waitingSupplier') return { tone: 'amber', title: '团长请您先看', says: `同意，就照居民要的退，${recovery && recovery.expected > 0 ? `您承担 ${yuan(recovery.expected)}（${basisWords(recovery.basis)}）` : '这笔由您承担'}。没回话，团长会自己定。` }
  return { title: stageWords(view.stage, 'supplier'), says: view.holder === null ? '不用您做什么。' : '现在不用您做什么，要您承担的时候会再请您认。' }
}
