import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MISSING } from '../../../../../domain/case/evidence'
import { INTAKE_CHANNELS } from '../../../../../domain/case/onBehalf'
import { yuan } from '../../../../../domain/case/money'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Card } from '../../../../components/Card/Card'
import { Deadline } from '../../../../components/Deadline/Deadline'
import { partyWords, readerOf, stageWords } from '../../../../words/stageWords'
import { useSecondsLeft } from '../../../../components/UndoBar/useSecondsLeft'
import './WhereItStands.scss'

/** Whose turn it is, until when, and what comes next; the leader's first words under the photos. */
export function WhereItStands({ view }: { view: CaseView }): ReactNode {
  const reader = readerOf(view)
  const tone = view.holder === reader ? 'amber' : view.stage === 'refunded' || view.stage === 'agreedNoMoney' ? 'green' : undefined
  return (
    <Card {...(tone === undefined ? {} : { tone })}>
      <View className='stands__first'>
        <View className='stands__stage'>{stageWords(view.stage, reader)}</View>
        {view.due && <Deadline due={view.due} who={view.due.party === reader ? '请在' : partyWords(view.due.party, reader)} />}
      </View>
      {view.stage === 'waitingLeader' && view.story.length > 1 && view.story[0] && <View className='stands__news'>{view.story[0].says}{view.story[0].detail !== '' && `：「${view.story[0].detail}」`}</View>}
      <View>{view.takesEffect ? <StillMine takesEffect={view.takesEffect} /> : view.gathered ? gatheredWords(view) : nextWords(view)}</View>
      {view.channel !== null && <View className='stands__late'>{view.gathered ? '团长' : '您'}替邻居报的（{INTAKE_CHANNELS[view.channel]}）{view.photos.length === 0 && '，没有照片'}</View>}
      {!view.bound && <View className='stands__late'>! 这家还没人来过小程序，看不到结果，请当面或在群里说一声</View>}
      {view.late && <View className='stands__late'>! 晚报：到货 48 小时以后才反映，怎么处理由{view.gathered ? '团长' : '您'}定</View>}
    </Card>
  )
}

/** As long as it can be taken back, and no longer: also where no newer answer comes. */
function StillMine({ takesEffect }: { takesEffect: { at: number; left: number } }): ReactNode {
  const seconds = useSecondsLeft(takesEffect)
  return <>{seconds > 0 ? '过几秒才告诉邻居。点错了，现在还能撤回。' : '正在告诉邻居。'}</>
}

function nextWords(view: CaseView): string {
  switch (view.stage) {
    case 'waitingLeader': return view.asked > 0 ? '同意就点下面的按钮；拿不准，点「更多」。' : '邻居不要退钱，只是跟您说一声。'
    case 'waitingEvidence': return `${view.evidenceAsked?.by === 'supplier' ? '供货商' : '您'}请邻居${view.evidenceAsked?.missing.map(m => MISSING[m]).join('、') || '补一点'}。补来了会提醒；您不想等，也可以现在就定。`
    case 'waitingSupplier': return '供货商看了会回话。您不想等，也可以现在就定。'
    case 'offered': return view.mayDo.includes('offer') ? `这一单后来退过别的钱，只剩 ${yuan(view.line?.left ?? 0)} 能退，给邻居的办法他点不了同意了。请点「换个办法」，重新给一个。` : `${view.offer?.by === 'supplier' ? '供货商' : '您'}给的办法：退 ${view.offer?.options.map(o => yuan(o.refund)).join(' 或 ') ?? ''}。邻居同意就记上要退的钱，不同意就回到您这里；没回话，办法一直留着。`
    case 'refunding': return `请在您收款的地方退 ${yuan(view.amount)} 给邻居，退好了回来点「我已退款」。`
    case 'refunded': return view.bound ? '邻居那边能看到退了多少、在哪里退的。不用再做什么。' : `退了 ${yuan(view.amount)}，记下了。`
    case 'agreedNoMoney': return view.bound ? '邻居那边能看到您知道了。不用再做什么。' : '您知道了，记下了。'
    case 'rejected': return `${view.rejection ? `${view.rejection.says}。` : ''}${view.bound ? '邻居能看到您写的原因，有' : '邻居有'}疑问会来找您，也可以打 12315。`
    case 'withdrawn': return '不用再做什么。'
  }
}

/** What comes next, for who looks after the household and decides nothing. */
function gatheredWords(view: CaseView): string {
  switch (view.stage) {
    case 'waitingLeader': return '怎么处理由团长定，您不用做什么。'
    case 'waitingEvidence': return `在等邻居${view.evidenceAsked?.missing.map(m => MISSING[m]).join('、') || '补一点'}。您可以提醒他一声。`
    case 'waitingSupplier': return '团长请供货商先看看，怎么处理由团长定。'
    case 'offered': return `给邻居的办法：退 ${view.offer?.options.map(o => yuan(o.refund)).join(' 或 ') ?? ''}，等他点头。您可以提醒他一声。`
    case 'refunding': return `团长会退 ${yuan(view.amount)} 给邻居，您不用退。`
    case 'refunded': return `团长退了 ${yuan(view.amount)} 给邻居。`
    case 'agreedNoMoney': return '团长看到了，不用退钱。'
    case 'rejected': return `${view.rejection ? `${view.rejection.says}。` : ''}邻居有疑问可以找团长，也可以打 12315。`
    case 'withdrawn': return '不用再做什么。'
  }
}
