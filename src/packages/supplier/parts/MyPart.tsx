import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import { DISPUTES } from '../../../../domain/case/reasons'
import { sentGoods } from '../../../../domain/case/sentGoods'
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
  if (view.takesEffect) return { title: stageWords(view, 'supplier'), says: '过几秒才告诉居民和团长。点错了，现在还能撤回。' }
  const { recovery } = view
  // A carrier's part is not this supplier's.
  const mine = view.recoverFrom === 'supplier' ? recovery : null
  const how = recovery && !view.liability?.decided ? `（${basisWords(recovery.basis)}）` : ''
  const split = view.liability?.decided ? '谁承担已经分过，这是您那份。' : ''
  const paid = view.money === 'paid' || view.money === 'confirmed' ? '居民的钱已经退了' : view.money === 'paying' ? '居民的钱正在退' : '居民的钱已经定了由卖家先退，还没退'
  const toSend = view.stage === 'waitingReplacement' && view.goods?.by === 'supplier'
  if (toSend && mine?.state !== 'claimed') return { tone: 'amber', title: `请${sentGoods(view.remedy).give('居民')}`, says: `居民在等。发了点「${sentGoods(view.remedy).it}发了」，寄快递的写上单号。` }
  if (mine?.state === 'claimed') return { tone: 'amber', title: `请您认 ${yuan(mine.amount)}${how}`, says: `${split}${paid}。您不用转账，认下来就从货款里扣。${mine.silenceAdmits ? '到时间没回话，就按跟团长说好的算您认了；不认请在那之前说。' : '没回话不算您认了，团长会再找您。'}` }
  if (mine?.state === 'admitted') return { tone: 'green', title: `✓ 您认了 ${yuan(mine.amount)}${how}`, says: `${split}跟团长结货款时扣，不用再做什么。` }
  if (mine?.state === 'disputed') {
    const why = mine.dispute ? `：${DISPUTES[mine.dispute.reason]}${mine.dispute.words === '' ? '' : `，“${mine.dispute.words}”`}` : ''
    return { title: `您没认 ${yuan(mine.amount)}${how}`, says: `您的意见团长看到了${why}。他会跟您商量，居民那边不受影响。` }
  }
  if (mine?.state === 'settled' && mine.standsAgainst) return { title: `团长记了账：您承担 ${yuan(mine.amount)}（您没认）`, says: '您的意见留着，团长和您结账时再说。这里不再变。' }
  if (mine?.state === 'settled') return { title: mine.amount > 0 ? `定了：您承担 ${yuan(mine.amount)}` : '定了：不用您承担', says: '听过双方，不再变。' }
  if (view.liability?.decided && (view.liability.shares.supplier ?? 0) === 0) return { title: '这件不用您承担', says: '团长分过了，没有您那份。' }
  if (view.stage === 'waitingSupplier') return { tone: 'amber', title: '团长请您先看', says: `同意，就照居民要的${view.asked > 0 ? '退' : '办'}，${recovery && recovery.expected > 0 ? `您承担 ${yuan(recovery.expected)}（${basisWords(recovery.basis)}）` : '这笔由您承担'}。没回话，团长会自己定。` }
  if (view.holder === 'supplier' && view.counter) return { tone: 'amber', title: `居民想要退 ${yuan(view.counter.refund)}`, says: `${view.counter.words === '' ? '' : `「${view.counter.words}」。`}同意就点下面的按钮；不同意，可以再提个办法，或者回话让团长来定。` }
  if (view.mayDo.includes('inspectReturn')) return { title: '退货到了，等验货', says: '东西退到您那里，由您来验。过了时间没回，团长会自己来看。' }
  if (view.mayDo.includes('receiveReturn')) return { title: stageWords(view, 'supplier'), says: '东西退给您，收到了在这里点。过了时间没回，团长会自己来看。' }
  return { title: stageWords(view, 'supplier'), says: view.holder === null ? '不用您做什么。' : '现在不用您做什么，要您承担的时候会再请您认。' }
}
