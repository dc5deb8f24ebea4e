import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Answers, CaseStep } from '../../../../domain/contract/calls'
import { yuan } from '../../../../domain/case/money'
import type { CaseView } from '../../../../domain/people/caseView'
import type { ReplyPurpose } from '../../../../domain/replies/reply'
import { askConsent } from '../../../cloud/askConsent'
import { useCase } from '../../../cloud/useCase'
import { AskEvidenceSheet } from '../../../components/AskEvidenceSheet/AskEvidenceSheet'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { Timeline } from '../../../components/Timeline/Timeline'
import { CasePhotos } from '../../../components/CasePhotos/CasePhotos'
import { AddForNeighbour } from '../parts/case/AddForNeighbour'
import { AnswerSheet } from '../parts/case/AnswerSheet'
import { ForwardSheet } from '../parts/case/ForwardSheet'
import { Household } from '../../../components/Household/Household'
import { MORE_STEPS, MoreSheet, type MoreStep } from '../parts/case/MoreSheet'
import { PaidSheet } from '../parts/case/PaidSheet'
import { RejectSheet } from '../../../components/RejectSheet/RejectSheet'
import { UndoBar } from '../../../components/UndoBar/UndoBar'
import { VideoTile } from '../../../components/VideoTile/VideoTile'
import { VoiceBubble } from '../../../components/VoiceBubble/VoiceBubble'
import { WhatIsAsked } from '../../../components/WhatIsAsked/WhatIsAsked'
import { WhereItStands } from '../parts/case/WhereItStands'
import { WhoBears } from '../parts/case/WhoBears'
import { goOnlyTo } from '../../../components/go'
import { OfferSheet } from '../../../components/OfferSheet/OfferSheet'
import { useStepSheet } from '../../../components/useStepSheet'
import { decidedWords } from '../../../words/decidedWords'
import { fillingsOf, phrasesFor } from '../../../words/phrases'
import './index.scss'

const INBOX = '/packages/leader/inbox/index'
const GATHERED = '/packages/leader/gathered/index'

/** Steps after which somebody answers the leader. */
const WAITED_FOR: readonly CaseStep['type'][] = ['settle', 'forward', 'offer', 'askEvidence']

/** A case as the leader decides it: photos first, then the claim beside the purchase, the usual answer one tap away. */
export default function LeaderCase(): ReactNode {
  const caseId = useRouter().params.id ?? null
  const atHand = useCase(caseId, 'leader')
  const { data, act, acting, trouble } = atHand
  const sheet = useStepSheet<'more' | 'paid' | MoreStep>(trouble)
  if (caseId === null) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回待处理' onTap={() => goOnlyTo(INBOX)} /></Empty></Page>

  const step = async (command: CaseStep) => {
    // Asked first thing in the tap: WeChat allows it nowhere else. Whatever is answered, the step goes on, and its ten seconds begin then.
    if (WAITED_FOR.includes(command.type)) await askConsent('leader')
    if (await act(command)) sheet.close()
  }
  const forSheet = { onClose: sheet.close, busy: acting !== null, said: sheet.said, onSend: (command: CaseStep) => void step(command) }
  const phrases = (purpose: ReplyPurpose) => (data ? phrasesFor(data.standards, purpose, fillingsOf(data.view)) : [])
  const bar = data && <Decide view={data.view} acting={acting !== null} said={sheet.open === null ? sheet.said : null} onStep={command => void step(command)} onShow={sheet.show} />
  return (
    <Page wide bar={bar}>
      <Answered asked={atHand} cards={2}>
        {answer => <Whole answer={answer} onAgain={() => void atHand.again()} />}
      </Answered>
      {data && (
        <>
          <MoreSheet open={sheet.open === 'more'} onClose={sheet.close} may={data.view.mayDo} noSupplier={!data.view.hasSupplier} onChoose={sheet.show} />
          <AskEvidenceSheet open={sheet.open === 'askEvidence'} phrases={phrases('askEvidence')} {...forSheet} />
          <AddForNeighbour key={sheet.open === 'addEvidence' ? 'adding' : 'not'} open={sheet.open === 'addEvidence'} {...forSheet} />
          <ForwardSheet open={sheet.open === 'forward'} phrases={phrases('forward')} {...forSheet} />
          <OfferSheet open={sheet.open === 'offer'} asked={data.view.asked} most={mostOf(data.view)} phrases={phrases('offer')} {...forSheet} />
          <RejectSheet open={sheet.open === 'reject'} hasPhotos={data.view.photos.length > 0} standards={data.standards} about={fillingsOf(data.view)} {...forSheet} />
          <AnswerSheet key={sheet.open === 'agree' || sheet.open === 'decline' ? 'open' : 'shut'} answer={sheet.open === 'agree' || sheet.open === 'decline' ? sheet.open : null} offer={data.view.offer} {...forSheet} />
          <PaidSheet open={sheet.open === 'paid'} amount={data.view.amount} {...forSheet} />
        </>
      )}
    </Page>
  )
}

function Whole({ answer: { view, photoLinks, voiceLinks, videoLinks, community }, onAgain }: { answer: Answers['showCase']; onAgain: () => void }): ReactNode {
  return (
    <View className='leader-case'>
      <View className='leader-case__seen'><CasePhotos photos={view.photos} links={photoLinks} onAgain={onAgain} /></View>
      <View className='leader-case__told'>
        <WhereItStands view={view} />
        {view.money === 'due' && <Household view={view} />}
        <WhatIsAsked view={view}>
          {view.voices.length + view.videos.length > 0 && (
            <>
              {view.voices.map((v, i) => <VoiceBubble key={v.id} says={view.voices.length === 1 ? '邻居说的话' : `邻居说的第 ${i + 1} 段话`} seconds={v.seconds} src={voiceLinks[v.id]} onAgain={onAgain} />)}
              {view.videos.map(v => <VideoTile key={v.id} shows='邻居拍的视频' seconds={v.seconds} src={videoLinks[v.id]} onAgain={onAgain} />)}
            </>
          )}
        </WhatIsAsked>
        {view.money !== 'due' && <Household view={view} />}
        {view.recovery !== null && <WhoBears view={view} communityId={community.id} />}
        <Section title='经过'><Card><Timeline story={view.story} links={photoLinks} /></Card></Section>
      </View>
    </View>
  )
}

interface DecideProps {
  view: CaseView
  acting: boolean
  said: string | null
  onStep: (command: CaseStep) => void
  onShow: (sheet: 'more' | 'paid') => void
}

/** The bar: the usual answer as the main button, the rest behind 更多; the way to the others where nothing can be done here. */
function Decide({ view, acting, said, onStep, onShow }: DecideProps): ReactNode {
  if (view.gathered) return <ActionBar><Button label='回我帮卖' onTap={() => goOnlyTo(GATHERED)} /></ActionBar>
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  const more = MORE_STEPS.some(may)
  if (may('undo') && view.takesEffect) {
    return (
      <ActionBar>
        <Trouble words={said} />
        <UndoBar decided={decidedWords(view)} takesEffect={view.takesEffect} acting={acting} onUndo={() => onStep({ type: 'undo' })} />
      </ActionBar>
    )
  }
  return (
    <ActionBar>
      <Trouble words={said} />
      {!may('settle') && !may('payRefund') && !more && <Button label='回待处理' onTap={() => goOnlyTo(INBOX)} />}
      {may('payRefund') && <Button kind='primary' label='我已退款' disabled={acting} onTap={() => onShow('paid')} />}
      {may('settle') && overLimit(view) && <View className='amber'>要退 {yuan(view.asked)}，超过您能定的 {yuan(view.limit ?? 0)}，请团长定。</View>}
      {may('settle') && !overLimit(view) && <Button kind='primary' label={settleWords(view)} busy={acting} busyLabel='正在发…' onTap={() => onStep({ type: 'settle', amount: view.asked })} />}
      {more && <Button label={may('agree') ? '邻居跟您说了？替他点' : '更多：换个办法、不同意…'} disabled={acting} onTap={() => onShow('more')} />}
    </ActionBar>
  )
}

function overLimit(view: CaseView): boolean {
  return view.limit !== null && view.asked > view.limit
}

/** Fen that may be offered: what is left on the line, and no more than a helper may decide. */
function mostOf(view: CaseView): number | null {
  const left = view.line?.left ?? null
  return left === null || view.limit === null ? left ?? view.limit : Math.min(left, view.limit)
}

function settleWords(view: CaseView): string {
  if (view.asked === 0) return '我知道了，会盯着'
  return view.decision === 'withSupplier' || view.decision === 'evidence' ? `不等了，同意并退 ${yuan(view.asked)}` : `同意并退 ${yuan(view.asked)}`
}
