import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MISSING } from '../../../../../domain/case/evidence'
import { offerStands } from '../../../../../domain/case/negotiate'
import { INTAKE_CHANNELS } from '../../../../../domain/case/onBehalf'
import { totalDue } from '../../../../../domain/case/liability'
import { yuan } from '../../../../../domain/case/money'
import { optionWords } from '../../../../../domain/case/remedy'
import { sentGoods } from '../../../../../domain/case/sentGoods'
import type { Stage } from '../../../../../domain/case/stage'
import { before, spoken } from '../../../../../domain/clock/shanghai'
import type { Telling } from '../../../../../domain/notice/telling'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Card } from '../../../../components/Card/Card'
import { Deadline } from '../../../../components/Deadline/Deadline'
import { Money } from '../../../../components/Money/Money'
import { useNow } from '../../../../components/useNow'
import { reopeningWords } from '../../../../words/reopeningWords'
import { isInvestigated, partyWords, readerOf, stageWords, untilWords } from '../../../../words/stageWords'
import { useSecondsLeft } from '../../../../components/UndoBar/useSecondsLeft'
import { mustSplit } from './nextStep'
import { Untold } from './Untold'
import './WhereItStands.scss'

/** Where the newest step is what the leader has to answer. */
const NEWS: readonly Stage[] = ['waitingLeader', 'returning', 'inspecting', 'waitingOperator']
const DONE_WELL: readonly Stage[] = ['refunded', 'agreedNoMoney', 'replaced']

interface WhereItStandsProps {
  view: CaseView
  /** What becomes of WeChat's message about what the neighbour does not know yet. */
  telling: Telling | null
  /** The neighbour was told by hand, or is to be. */
  onTell: () => void
  /** Asks how it stands now. */
  onAgain: () => void
}

/** Whose turn it is, until when, and what comes next; the leader's first words under the photos. */
export function WhereItStands({ view, telling, onTell, onAgain }: WhereItStandsProps): ReactNode {
  const reader = readerOf(view)
  const now = useNow()
  const tone = view.holder === reader && !isInvestigated(view) ? 'amber' : DONE_WELL.includes(view.stage) ? 'green' : undefined
  return (
    <Card {...(tone === undefined ? {} : { tone })}>
      <View className='stands__first'>
        <View className='stands__stage'>{isInvestigated(view) ? '平台在查' : stageWords(view, reader)}</View>
        {view.due && <Deadline due={view.due} who={isInvestigated(view) ? '平台' : view.due.party === reader ? '请在' : partyWords(view.due.party, reader)} />}
      </View>
      {view.refundTrouble !== null && <View className='stands__late'>! 没到账：「{view.refundTrouble}」</View>}
      {NEWS.includes(view.stage) && view.story.length > 1 && view.story[0] && !isAboutIt(view) && <View className='stands__news'>{view.story[0].says}{view.story[0].detail !== '' && `：「${view.story[0].detail}」`}</View>}
      {view.expeditedAt !== null && <View className='stands__late'>! 邻居催了（{spoken(view.expeditedAt, now)}）</View>}
      {view.investigation && <View className='stands__news'>平台在查：{view.investigation.words}（{untilWords(view.investigation.until, now)}）</View>}
      {view.counter && <View className='stands__asks'>邻居想要退 <Money fen={view.counter.refund} size='big' />{view.counter.words !== '' && `「${view.counter.words}」`}</View>}
      <View>{view.takesEffect ? <StillMine takesEffect={view.takesEffect} /> : view.gathered ? gatheredWords(view) : nextWords(view, now)}</View>
      {mustSplit(view) && <View className='stands__late'>! 供货商没认要他承担的 {yuan(view.recovery?.amount ?? 0)}，请定谁承担{view.holder === 'leader' && '（在「更多」里）'}</View>}
      {view.channel !== null && <View className='stands__late'>{view.gathered ? '团长' : '您'}替邻居报的（{INTAKE_CHANNELS[view.channel]}）{view.photos.length === 0 && '，没有照片'}</View>}
      <Untold view={view} telling={telling} onTell={onTell} onAgain={onAgain} />
      {view.appeal && <View className='stands__after'>邻居请人再看：「{view.appeal.grounds}」{view.appeal.decision && `。平台${view.appeal.decision.uphold ? '同意了' : '没改'}：「${view.appeal.decision.words}」`}</View>}
      {view.rating && <View className='stands__after'>邻居评了：快慢 {view.rating.speed} 星 · 结果 {view.rating.result} 星 · 态度 {view.rating.attitude} 星{view.rating.words !== '' && `，「${view.rating.words}」`}</View>}
      {view.late && <View className='stands__late'>! 晚报：到货 48 小时以后才反映，怎么处理由{view.gathered ? '团长' : '您'}定</View>}
    </Card>
  )
}

/** The newest step is that it is looked into, which is said anyway. */
function isAboutIt({ investigation, story }: CaseView): boolean {
  return investigation !== null && story[0]?.detail === investigation.words
}

/** As long as it can be taken back, and no longer: also where no newer answer comes. */
function StillMine({ takesEffect }: { takesEffect: { at: number; left: number } }): ReactNode {
  const seconds = useSecondsLeft(takesEffect)
  return <>{seconds > 0 ? '过几秒才告诉邻居。点错了，现在还能撤回。' : '正在告诉邻居。'}</>
}

const CLOSED = '过了时间，收起来了，不用再做什么。邻居还有问题可以重新报，您也可以替他报。'

/** What the neighbour can still do about a refusal, and what the leader can. */
function refusedWords({ bound, appealUntil, mayDo }: CaseView, now: number): string {
  const again = appealUntil !== null && appealUntil > now ? `他${before(appealUntil, now)}可以请平台的人再看一次，` : '他有疑问会来找您，'
  return `${bound ? '邻居能看到您写的原因。' : ''}${again}也可以打 12315。${mayDo.includes('settle') ? '您改主意了，点「更多」就能同意。' : ''}`
}

/** What was agreed, should it be taken up again. */
function put({ putAside }: CaseView): string {
  return putAside && totalDue(putAside) > 0 ? `（说好的 ${yuan(totalDue(putAside))} 还记着）` : ''
}

/** The time of everything that was offered has passed. */
function isOver({ offer }: CaseView, now: number): boolean {
  return offer !== null && !offerStands({ offer }, now)
}

function nextWords(view: CaseView, now: number): string {
  const overdue = view.mayDo.includes('receiveReturn') || view.mayDo.includes('inspectReturn') ? '他过了时间没回，您也可以自己来看。' : ''
  switch (view.stage) {
    case 'waitingLeader': return view.investigation ? '平台查完了会告诉您。您不想等，也可以现在就定。' : view.wish.kind === 'none' ? '邻居不要退钱，只是跟您说一声。' : view.goods?.state === 'failed' ? '东西还在您这里。同意就点下面的按钮；不同意，点「更多」，再把东西还给邻居。' : '同意就点下面的按钮；拿不准，点「更多」。'
    case 'waitingEvidence': return `${view.evidenceAsked?.by === 'supplier' ? '供货商' : '您'}请邻居${view.evidenceAsked?.missing.map(m => MISSING[m]).join('、') || '补一点'}。补来了会提醒；您不想等，也可以现在就定。`
    case 'waitingSupplier': return '供货商看了会回话。您不想等，也可以现在就定。'
    case 'offered': return view.mayDo.includes('offer') ? isOver(view, now) ? '给邻居的办法都过了时间，他点不了同意了。请点「重新给个办法」。' : `这一单后来退过别的钱，只剩 ${yuan(view.line?.left ?? 0)} 能退，给邻居的办法他点不了同意了。请点「重新给个办法」。` : `${partyWords(view.offer?.by ?? 'leader', 'leader')}给的办法：${offered(view)}。邻居同意就照办，不同意就回到您这里；没回话，办法一直留着。`
    case 'refunding': return `${view.money === 'paying' ? `在退了，还没到。${toPay(view)} 到了，` : `请在您收款的地方退 ${toPay(view)} 给邻居，退好了`}回来点「我已退款」。`
    case 'refunded': return view.bound ? `邻居那边能看到退了多少、在哪里退的。${mustSplit(view) ? '' : '不用再做什么。'}` : `退了 ${toPay(view)}，记下了。`
    case 'agreedNoMoney': {
      if (view.remedy !== null) return '说好的记在这里，邻居也看得到。'
      if (view.agreedTo?.by === 'operator') return '平台看到了，不用退钱。'
      return view.bound ? '邻居那边能看到您知道了。不用再做什么。' : '您知道了，记下了。'
    }
    case 'rejected': return `${view.rejection ? `${view.rejection.says}。` : ''}${view.closed ? CLOSED : refusedWords(view, now)}`
    case 'withdrawn': return '不用再做什么。'
    case 'waitingNobody': return '现在没有人能定这件事，不用您做什么。'
    case 'waitingOperator': return '平台在看，定了会告诉您。您不想等，也可以现在就同意。'
    case 'countered': return view.holder === 'leader' ? '同意就点下面的按钮；还想商量，点「更多」给个办法。' : `等${partyWords(view.holder ?? 'supplier', 'leader')}回话。您不想等，也可以现在就定。`
    case 'waitingReturn': return view.goods?.to === 'supplier' ? '等邻居把东西退给供货商，供货商来收、来验。' : '等邻居把东西拿回来。拿到您这里了，点「收到退货」。'
    case 'returning': return view.goods?.to === 'supplier' ? `东西退给供货商了，等他收。${overdue}` : '收到了点「收到退货」。'
    case 'inspecting': return view.goods?.to === 'supplier' ? `东西在供货商那里，等他验。${overdue}` : '请看一下退回来的东西，看完点「验过了」。'
    case 'givingBack': return '没同意，请把东西还给邻居，还了点一下。'
    case 'waitingReplacement': return view.holder === 'leader' ? `请${sentGoods(view.remedy).give('邻居')}，发出去了点「${sentGoods(view.remedy).it}发了」。` : `供货商会${sentGoods(view.remedy).give('邻居')}，发出来了会提醒您。`
    case 'replacementSent': return '等邻居点收到。他跟您说了，您也可以替他点。'
    case 'replaced': return `邻居收到了。${mustSplit(view) ? '' : '不用再做什么。'}`
    case 'refundFailed': return `请再退一次 ${toPay(view)}，退好了回来点「我已退款」。`
    case 'appealed': return '平台定了会告诉您。您改主意了，点「更多」就能同意。'
    case 'dismissed': return '平台重新看过，没有改。不用再做什么。'
    case 'lapsed': return view.closed ? CLOSED : `邻居没有回音，先放着。他${reopeningWords(view, now)}随时可以接着说。`
    case 'returnOff': return view.closed ? CLOSED : `东西没拿回来，先放着，钱不用退${put(view)}。邻居${reopeningWords(view, now)}想退了还可以再点；您也可以换个办法。`
  }
}

/** All that the household gets in money. */
function toPay(view: CaseView): string {
  return yuan(totalDue(view))
}

function offered({ offer }: CaseView): string {
  return offer?.options.map(optionWords).join('，或者') ?? ''
}

/** What comes next, for who looks after the household and decides nothing. */
function gatheredWords(view: CaseView): string {
  switch (view.stage) {
    case 'waitingLeader': return '怎么处理由团长定，您不用做什么。'
    case 'waitingEvidence': return `在等邻居${view.evidenceAsked?.missing.map(m => MISSING[m]).join('、') || '补一点'}。您可以提醒他一声。`
    case 'waitingSupplier': return '团长请供货商先看看，怎么处理由团长定。'
    case 'offered': return `给邻居的办法：${offered(view)}，等他点头。您可以提醒他一声。`
    case 'refunding': return `团长会退 ${toPay(view)} 给邻居，您不用退。`
    case 'refunded': return `团长退了 ${toPay(view)} 给邻居。`
    case 'agreedNoMoney': return view.remedy === null ? `${view.agreedTo?.by === 'operator' ? '平台' : '团长'}看到了，不用退钱。` : '说好的记在这里，邻居也看得到。'
    case 'rejected': return `${view.rejection ? `${view.rejection.says}。` : ''}邻居有疑问可以找团长，也可以打 12315。`
    case 'withdrawn': return '不用再做什么。'
    case 'waitingNobody': return '现在没有人能定这件事。'
    case 'waitingOperator': case 'appealed': return '平台在看，您不用做什么。'
    case 'countered': return `邻居说退 ${yuan(view.asked)} 就行，怎么处理由团长定。`
    case 'waitingReturn': return '等邻居把东西拿回来。您可以提醒他一声。'
    case 'returning': case 'inspecting': case 'givingBack': return '退货由团长看，您不用做什么。'
    case 'waitingReplacement': return `${sentGoods(view.remedy).waiting}。`
    case 'replacementSent': return `${sentGoods(view.remedy).it}发了，等邻居点收到。您可以提醒他一声。`
    case 'replaced': return '邻居收到了。'
    case 'refundFailed': return '上次没退成，团长会再退一次。'
    case 'dismissed': return '平台重新看过，没有改。'
    case 'returnOff': return `东西没拿回来，退货先放着${view.closed ? '，已经收起来了' : ''}。`
    case 'lapsed': return view.closed ? '过了时间，收起来了。' : '邻居没有回音。您可以提醒他一声，七天里随时可以接着说。'
  }
}
