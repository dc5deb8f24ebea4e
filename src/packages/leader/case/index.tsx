import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Answers, CaseStep } from '../../../../domain/contract/calls'
import { yuan } from '../../../../domain/case/money'
import type { CaseView } from '../../../../domain/people/caseView'
import { askConsent } from '../../../cloud/askConsent'
import { useCase } from '../../../cloud/useCase'
import { AskedAgain } from '../../../components/AskedAgain/AskedAgain'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { PlanCard } from '../../../components/PlanCard/PlanCard'
import { Promises } from '../../../components/Promises/Promises'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { Timeline } from '../../../components/Timeline/Timeline'
import { CasePhotos } from '../../../components/CasePhotos/CasePhotos'
import { Household } from '../../../components/Household/Household'
import { UndoBar } from '../../../components/UndoBar/UndoBar'
import { VideoTile } from '../../../components/VideoTile/VideoTile'
import { VoiceBubble } from '../../../components/VoiceBubble/VoiceBubble'
import { WhatIsAsked } from '../../../components/WhatIsAsked/WhatIsAsked'
import { costs, isOverLimit } from '../../../components/SettleSheet/isOverLimit'
import { TooLate } from '../../../components/TooLate/TooLate'
import { go, goOnlyTo } from '../../../components/go'
import { HazardCard, stopPage } from '../../../components/HazardCard/HazardCard'
import { useStepSheet } from '../../../components/useStepSheet'
import { SheetOwner } from '../../../outbox/sheetDraft'
import { decidedWords } from '../../../words/decidedWords'
import { CaseSheets } from '../parts/case/CaseSheets'
import { GoodsCard } from '../parts/case/GoodsCard'
import { isOwed } from '../../../components/Household/isOwed'
import { MoreSheet } from '../parts/case/MoreSheet'
import { isPossible, moreStepsOf, nextStepOf, type CaseSheet } from '../parts/case/nextStep'
import { WhereItStands } from '../parts/case/WhereItStands'
import { WhoBears } from '../parts/case/WhoBears'
import './index.scss'

const INBOX = '/packages/leader/inbox/index'
const GATHERED = '/packages/leader/gathered/index'

/** Steps after which somebody answers the leader. */
const WAITED_FOR: readonly CaseStep['type'][] = ['settle', 'forward', 'offer', 'askEvidence', 'refer', 'sendReplacement']

/** A case as the leader sees it through: photos first, then the claim beside the purchase; what comes next is one button. */
export default function LeaderCase(): ReactNode {
  const caseId = useRouter().params.id ?? null
  const atHand = useCase(caseId, 'leader')
  const { data, act, acting, trouble } = atHand
  const canOpen = (step: string) => data === undefined || step === 'more' || isPossible(data.view, step as CaseSheet)
  const sheet = useStepSheet<'more' | CaseSheet>({ trouble, as: 'leader', caseId, isPossible: canOpen })
  if (caseId === null) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回待处理' onTap={() => goOnlyTo(INBOX)} /></Empty></Page>

  const step = async (command: CaseStep) => {
    // Asked first thing in the tap: WeChat allows it nowhere else. Whatever is answered, the step goes on, and its ten seconds begin then.
    if (WAITED_FOR.includes(command.type)) await askConsent('leader')
    return act(command, sheet.owner ?? undefined)
  }
  const bar = data && <Decide view={data.view} stop={stopPage(data.view, data.warned)} acting={acting !== null} said={sheet.open === null ? sheet.said : null} onStep={command => void step(command)} onShow={sheet.show} />
  return (
    <Page wide bar={bar}>
      <Answered asked={atHand} cards={2}>
        {answer => <Whole answer={answer} canOpen={canOpen} onAgain={() => void atHand.again()} onShow={sheet.show} />}
      </Answered>
      {data && (
        <>
          <MoreSheet open={sheet.open === 'more'} onClose={sheet.close} view={data.view} onChoose={sheet.show} />
          <SheetOwner.Provider key={sheet.owner} value={sheet.owner}>
            <CaseSheets open={sheet.open === 'more' ? null : sheet.open} view={data.view} communityId={data.community.id} standards={data.standards} busy={acting !== null} said={sheet.said} onClose={sheet.close} onSend={step} />
          </SheetOwner.Provider>
        </>
      )}
    </Page>
  )
}

function Whole({ answer, canOpen, onAgain, onShow }: { answer: Answers['showCase']; canOpen: (step: string) => boolean; onAgain: () => void; onShow: (sheet: CaseSheet) => void }): ReactNode {
  const { view, telling, photoLinks, voiceLinks, videoLinks, community, warned } = answer
  return (
    <View className='leader-case'>
      <View className='leader-case__seen'><CasePhotos photos={view.photos} links={photoLinks} onAgain={onAgain} /></View>
      <View className='leader-case__told'>
        <HazardCard view={view} warned={warned} />
        <WhereItStands view={view} telling={telling} onTell={() => onShow('tell')} onAgain={onAgain} />
        <TooLate view={view} isPossible={canOpen} />
        <Promises view={view} />
        <GoodsCard goods={view.goods} />
        {isOwed(view) && <Household view={view} />}
        <WhatIsAsked view={view}>
          {view.voices.length + view.videos.length > 0 && (
            <>
              {view.voices.map((v, i) => <VoiceBubble key={v.id} says={view.voices.length === 1 ? '邻居说的话' : `邻居说的第 ${i + 1} 段话`} seconds={v.seconds} src={voiceLinks[v.id]} onAgain={onAgain} />)}
              {view.videos.map(v => <VideoTile key={v.id} shows='邻居拍的视频' seconds={v.seconds} src={videoLinks[v.id]} onAgain={onAgain} />)}
            </>
          )}
        </WhatIsAsked>
        <AskedAgain as='leader' of={answer} />
        <PlanCard as='leader' plan={view.plan} />
        {!isOwed(view) && <Household view={view} />}
        {view.recovery !== null && <WhoBears view={view} communityId={community.id} onSplit={() => onShow('splitLiability')} />}
        <Section title='经过'><Card><Timeline story={view.story} links={photoLinks} /></Card></Section>
      </View>
    </View>
  )
}

interface DecideProps {
  view: CaseView
  /** Where everybody who bought it is warned first; null where there is no need. */
  stop: string | null
  acting: boolean
  said: string | null
  onStep: (command: CaseStep) => void
  onShow: (sheet: 'more' | CaseSheet) => void
}

/** The bar: what comes next as the main button, the rest behind 更多; the way to the others where nothing waits for anybody here. */
function Decide({ view, stop, acting, said, onStep, onShow }: DecideProps): ReactNode {
  if (view.gathered) return <ActionBar><Button label='回我帮卖' onTap={() => goOnlyTo(GATHERED)} /></ActionBar>
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  if (may('undo') && view.takesEffect) {
    return (
      <ActionBar>
        <Trouble words={said} />
        <UndoBar decided={decidedWords(view)} takesEffect={view.takesEffect} acting={acting} onUndo={() => onStep({ type: 'undo' })} />
      </ActionBar>
    )
  }
  const next = nextStepOf(view)
  // Warning the others comes before this one.
  const usual = stop === null ? 'primary' : 'plain'
  const over = may('settle') && isOverLimit(view)
  return (
    <ActionBar>
      <Trouble words={said} />
      {over && <View className='amber'>{view.asked > 0 ? '要退' : '东西值'} {yuan(costs(view))}，超过您能定的 {yuan(view.limit ?? 0)}，请团长定。</View>}
      {stop !== null && <Button kind='danger' label='先叫停：告诉所有买的人' onTap={() => go(stop)} />}
      {next && 'command' in next && <Button kind={usual} label={next.label} busy={acting} busyLabel='正在发…' onTap={() => onStep(next.command)} />}
      {next && 'sheet' in next && <Button kind={usual} label={next.label} disabled={acting} onTap={() => onShow(next.sheet)} />}
      {!next && view.holder === null && <Button label='回待处理' onTap={() => goOnlyTo(INBOX)} />}
      {moreStepsOf(view).length > 0 && <Button label={moreWords(view)} disabled={acting} onTap={() => onShow('more')} />}
    </ActionBar>
  )
}

function moreWords(view: CaseView): string {
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  if (may('agree') || may('receiveReplacement')) return '邻居跟您说了？替他点'
  return may('reject') ? '更多：换个办法、不同意…' : '更多'
}
