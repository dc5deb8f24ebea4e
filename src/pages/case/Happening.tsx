import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { totalDue } from '../../../domain/case/liability'
import { yuan } from '../../../domain/case/money'
import { INTAKE_CHANNELS } from '../../../domain/case/onBehalf'
import { MISSING } from '../../../domain/case/evidence'
import { sentGoods } from '../../../domain/case/sentGoods'
import { SILENCE_WORDS } from '../../../domain/case/silence'
import type { Stage } from '../../../domain/case/stage'
import { before, timeLeft } from '../../../domain/clock/shanghai'
import type { CaseView } from '../../../domain/people/caseView'
import { Card } from '../../components/Card/Card'
import { MoneyLines } from '../../components/MoneyLines/MoneyLines'
import { useNow } from '../../components/useNow'
import { isInvestigated, partyWords, stageWords } from '../../words/stageWords'
import { reopeningWords } from '../../words/reopeningWords'
import './Happening.scss'

/** Waits for whose case it is. */
const OURS: readonly Stage[] = ['offered', 'waitingEvidence', 'waitingReturn', 'replacementSent']

/** What is happening, who has it and until when: the first words of the page. */
export function Happening({ view }: { view: CaseView }): ReactNode {
  const now = useNow()
  const late = view.due !== null && view.due.dueAt < now
  return (
    <Card tone={toneOf(view, late)}>
      <View className='happening__stage'>{headWords(view)}</View>
      {totalDue(view) > 0 && <View className='happening__amount'>{yuan(totalDue(view))}</View>}
      {totalDue(view) > view.amount && <MoneyLines refund={view.amount} freight={view.freight} compensation={view.compensation} />}
      {view.byHousehold && <View className='happening__next'>家里人报的，您看得到进展；要回话、要撤销，请报的那位来点。</View>}
      {view.channel !== null && <View className='happening__next'>团长替您报的（{INTAKE_CHANNELS[view.channel]}）</View>}
      {!(view.byHousehold && OURS.includes(view.stage)) && <View className='happening__next'>{nextWords(view, now)}</View>}
      {saidWith(view) !== '' && <View className='happening__said'>“{saidWith(view)}”</View>}
    </Card>
  )
}

/** Whoever has it is late: then the words tell the resident to ring. */
export function isLate({ due }: Pick<CaseView, 'due'>, now: number): boolean {
  return due !== null && due.party !== 'resident' && due.dueAt < now
}

function headWords(view: CaseView): string {
  if (view.byHousehold && OURS.includes(view.stage)) return '等家里人回话'
  if (isInvestigated(view)) return '平台在查'
  return isRefusedWithGoods(view) ? '没同意，等把东西还给您' : stageWords(view, 'resident')
}

/** What came back and was refused is on its way home. */
function isRefusedWithGoods({ stage, decision }: CaseView): boolean {
  return stage === 'givingBack' && decision === 'rejected'
}

/** What whoever decided or proposed wrote to the resident. */
function saidWith(view: CaseView): string {
  if (view.stage === 'offered') return view.offer?.words ?? ''
  if (view.stage === 'waitingEvidence') return view.evidenceAsked?.words ?? ''
  if (view.stage === 'refundFailed') return view.refundTrouble ?? ''
  if (view.stage === 'dismissed') return view.appeal?.decision?.words ?? ''
  return view.stage === 'rejected' || isRefusedWithGoods(view) ? view.rejection?.words ?? '' : ''
}

const ANEW = '东西还有问题，可以重新报。'

function nextWords(view: CaseView, now: number): string {
  switch (view.stage) {
    case 'waitingLeader': return isInvestigated(view) ? found(view, now) : promise(view, now, '看完给您回话')
    case 'waitingEvidence': return `请${view.evidenceAsked?.missing.map(m => MISSING[m]).join('、') || '补一点'}${view.due ? `，${before(view.due.dueAt, now)}补上就行` : ''}。${silent(view)}`
    case 'waitingSupplier': return `${promise(view, now, '回话')}。团长也可以先给您定。`
    case 'offered': return `${view.due ? `请您在${before(view.due.dueAt, now)}点一下。` : ''}${silent(view)}`
    case 'refunding': return view.money === 'paying' ? '正在退，到账要一点时间。' : promise(view, now, '把钱退给您')
    case 'refunded': return view.money === 'confirmed' ? '您收到钱了，这件事就好了。' : `团长已经把钱退了，${view.mayDo.includes('confirmRefund') ? '收到了点一下「收到钱了」' : '请留意到账'}。`
    case 'agreedNoMoney': return view.remedy === null ? `${stageWords(view, 'resident')}，会盯着这件事。` : `${partyWords(view.agreedTo?.by ?? 'leader', 'resident')}答应您的，记在这里。`
    case 'rejected': return `${view.rejection ? `${partyWords(view.rejection.by, 'resident')}没同意：${view.rejection.says}` : ''}${view.closed ? `。${ANEW}` : ''}`
    case 'withdrawn': return '这件事不再处理。东西还有问题的话，可以重新反映。'
    case 'waitingNobody': return '现在这里没有人能看这件事，也不会转给您说的那个人。有新的人来了会接着看，不用您再报；急的话可以打 12315。'
    case 'waitingOperator': return isInvestigated(view) ? found(view, now) : `${promise(view, now, '回话')}。`
    case 'countered': return `您说退 ${yuan(view.asked)} 就行。${promise(view, now, '回话')}`
    case 'waitingReturn': return `请${view.due ? `在${before(view.due.dueAt, now)}` : ''}把东西${view.goods?.to === 'supplier' ? '退给供货商（退到哪里，看下面「经过」）' : placeWords(view)}，拿出来了点一下下面的按钮。${silent(view)}`
    case 'returning': return promise(view, now, '收到、看过，给您回话')
    case 'inspecting': return promise(view, now, '看过给您回话')
    case 'givingBack': return `${isRefusedWithGoods(view) && view.rejection ? `${partyWords(view.rejection.by, 'resident')}没同意：${view.rejection.says}。` : ''}${promise(view, now, '把东西还给您')}`
    case 'waitingReplacement': return promise(view, now, sentGoods(view.remedy).give('您'))
    case 'replacementSent': return `收到了，请点一下「收到了」。${silent(view)}`
    case 'replaced': return '您收到了，这件事就好了。'
    case 'refundFailed': return promise(view, now, '再退一次')
    case 'appealed': return isInvestigated(view) ? found(view, now) : promise(view, now, '重新看完给您回话')
    case 'dismissed': return '在这里就到这一步了。有新情况可以再说；也可以打 12315，或者去法院。'
    case 'returnOff': return view.closed ? `过了七天，这件事收起来了。${ANEW}` : `东西没退，钱也先不退${view.putAside && totalDue(view.putAside) > 0 ? `（说好的 ${yuan(totalDue(view.putAside))} 给您留着）` : ''}。您的权利一点没少：${reopeningWords(view, now)}想退了再点一下就行。`
    case 'lapsed': return view.closed ? `过了七天，这件事收起来了。${ANEW}` : `没等到您的回音，先放着。您的权利一点没少：${reopeningWords(view, now)}随时可以接着说。`
  }
}

/** Where it is brought: to the household's own pick-up point; who sends a parcel asks for the address first. */
function placeWords({ household }: CaseView): string {
  return `${household && household.pickupPoint !== '' ? `拿到「${household.pickupPoint}」` : '拿回来'}（要寄快递，先打电话问团长地址）`
}

/** While something is found out. */
function found({ due }: CaseView, now: number): string {
  if (!due) return ''
  return due.dueAt < now ? '平台说好的时间过了，打个电话问问吧。' : `平台在查，${before(due.dueAt, now)}有结果。查完了接着给您处理。`
}

/** Said before it happens [spec: case, always true, 9]. */
function silent(view: CaseView): string {
  return view.silence === null ? '' : SILENCE_WORDS[view.silence]
}

/** Whose turn it is and until when; that it is late is said, with what to do about it. */
function promise(view: CaseView, now: number, what: string): string {
  if (!view.due || !view.holder) return ''
  const who = partyWords(view.holder, 'resident')
  return view.due.dueAt < now ? `${who}${timeLeft(view.due.dueAt, now)}了，打个电话催一下吧。` : `${who}会在${before(view.due.dueAt, now)}${what}`
}

function toneOf(view: CaseView, late: boolean): 'green' | 'amber' | 'red' {
  if (late || view.stage === 'rejected' || isRefusedWithGoods(view) || view.stage === 'dismissed') return 'red'
  return OURS.includes(view.stage) || view.stage === 'lapsed' || view.stage === 'returnOff' ? 'amber' : 'green'
}
