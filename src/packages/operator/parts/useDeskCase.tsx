import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Answers, CaseStep } from '../../../../domain/contract/calls'
import { yuan } from '../../../../domain/case/money'
import type { CaseView } from '../../../../domain/people/caseView'
import { askConsent } from '../../../cloud/askConsent'
import { useCase } from '../../../cloud/useCase'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { AskedAgain } from '../../../components/AskedAgain/AskedAgain'
import { Answered } from '../../../components/Answered/Answered'
import { AskEvidenceSheet } from '../../../components/AskEvidenceSheet/AskEvidenceSheet'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { CasePhotos } from '../../../components/CasePhotos/CasePhotos'
import { Household } from '../../../components/Household/Household'
import { OfferSheet } from '../../../components/OfferSheet/OfferSheet'
import { PlanCard } from '../../../components/PlanCard/PlanCard'
import { RejectSheet } from '../../../components/RejectSheet/RejectSheet'
import { Promises } from '../../../components/Promises/Promises'
import { Section } from '../../../components/Section/Section'
import { Trouble } from '../../../components/States/Trouble'
import { costs, isOverLimit } from '../../../components/SettleSheet/isOverLimit'
import { Timeline } from '../../../components/Timeline/Timeline'
import { UndoBar } from '../../../components/UndoBar/UndoBar'
import { HazardCard } from '../../../components/HazardCard/HazardCard'
import { useStepSheet } from '../../../components/useStepSheet'
import { TooLate } from '../../../components/TooLate/TooLate'
import { VideoTile } from '../../../components/VideoTile/VideoTile'
import { VoiceBubble } from '../../../components/VoiceBubble/VoiceBubble'
import { WhatIsAsked } from '../../../components/WhatIsAsked/WhatIsAsked'
import { CallLeader } from '../../../components/CallLeader/CallLeader'
import type { ReplyPurpose } from '../../../../domain/replies/reply'
import { SheetOwner } from '../../../outbox/sheetDraft'
import { decidedWords } from '../../../words/decidedWords'
import { fillingsOf, phrasesFor } from '../../../words/phrases'
import { AppealFacts } from './AppealFacts'
import { DeskStands } from './DeskStands'
import { isThere, moreOf, nextOf, type DeskStep } from './deskSteps'
import { MoreSteps } from './MoreSteps'
import { StepSheets } from './steps/StepSheets'
import './useDeskCase.scss'

/**
 * A case as somebody of the desk decides it: what to show, what stands in reach of the thumb, and the sheets. Those go beside the body, not into it: what scrolls
 * by itself is one layer, and the bar would lie above them. `caseId` null: none is open.
 */
export function useDeskCase(caseId: string | null): { body: ReactNode; bar: ReactNode; sheets: ReactNode } {
  const atHand = useCase(caseId, 'operator')
  const { data, act, acting, trouble } = atHand
  const canOpen = (step: string) => data === undefined || step === 'more' || isThere(data.view, step as DeskStep)
  const sheet = useStepSheet<'more' | DeskStep>({ trouble, as: 'operator', caseId, isPossible: canOpen })
  if (caseId === null) return { body: null, bar: null, sheets: null }
  const step = async (command: CaseStep) => {
    // First thing in the tap: WeChat allows it nowhere else. Whatever is answered, the step goes on, and its ten seconds begin then.
    if (command.type !== 'undo') await askConsent('leader')
    const taken = await act(command, sheet.owner ?? undefined)
    if (taken) sheet.close()
    return taken
  }
  const forSheet = { onClose: sheet.close, busy: acting !== null, said: sheet.said, onSend: (command: CaseStep) => { void step(command) } }
  const phrases = (purpose: ReplyPurpose) => (data ? phrasesFor(data.standards, purpose, fillingsOf(data.view)) : [])
  const body = <Answered asked={atHand} cards={2}>{answer => <Whole answer={answer} canOpen={canOpen} onAgain={() => void atHand.again()} />}</Answered>
  const sheets = data && (
    <SheetOwner.Provider key={sheet.owner} value={sheet.owner}>
      <MoreSteps open={sheet.open === 'more'} view={data.view} onChoose={sheet.show} onClose={sheet.close} />
      {sheet.open === 'askEvidence' && <AskEvidenceSheet open phrases={phrases('askEvidence')} {...forSheet} />}
      {sheet.open === 'offer' && <OfferSheet as='operator' open asked={data.view.asked} most={mostOf(data.view)} here={data.view.goods?.state === 'failed'} phrases={phrases('offer')} {...forSheet} />}
      {sheet.open === 'reject' && <RejectSheet them='居民' open hasPhotos={data.view.photos.length > 0} inspected={data.view.goods?.state === 'failed'} standards={data.standards} about={fillingsOf(data.view)} {...forSheet} />}
      {sheet.open !== null && sheet.open !== 'more' && <StepSheets step={sheet.open} phrases={phrases} view={data.view} links={data.photoLinks} onAgain={() => void atHand.again()} busy={acting !== null} said={sheet.said} onClose={sheet.close} onSend={step} />}
    </SheetOwner.Provider>
  )
  const bar = data && <Decide view={data.view} acting={acting !== null} said={sheet.open === null ? sheet.said : null} onStep={command => void step(command)} onSheet={sheet.show} />
  return { body, bar: bar ?? null, sheets: sheets ?? null }
}

function Whole({ answer, canOpen, onAgain }: { answer: Answers['showCase']; canOpen: (step: string) => boolean; onAgain: () => void }): ReactNode {
  const { view, photoLinks, voiceLinks, videoLinks, community, warned } = answer
  return (
    <View className='desk-case'>
      <HazardCard view={view} warned={warned} />
      <DeskStands view={view} />
      <TooLate view={view} isPossible={canOpen} />
      <Promises view={view} />
      {view.appeal && <Card title={view.appeal.decision ? '重新看过' : '要重新看的'}><AppealFacts view={view} links={photoLinks} onAgain={onAgain} /></Card>}
      <PlanCard as='operator' plan={view.plan} />
      <CasePhotos within photos={view.photos} links={photoLinks} onAgain={onAgain} />
      <WhatIsAsked view={view}>
        {view.voices.length + view.videos.length > 0 && (
          <>
            {view.voices.map((v, i) => <VoiceBubble key={v.id} says={view.voices.length === 1 ? '居民说的话' : `居民说的第 ${i + 1} 段话`} seconds={v.seconds} src={voiceLinks[v.id]} onAgain={onAgain} />)}
            {view.videos.map(v => <VideoTile key={v.id} shows='居民拍的视频' seconds={v.seconds} src={videoLinks[v.id]} onAgain={onAgain} />)}
          </>
        )}
      </WhatIsAsked>
      <AskedAgain as='operator' of={answer} />
      <Household view={view} />
      <Card title={`${community.name} · 团长${community.leaderName}`}><View className='desk-case__call'><CallLeader community={community} /></View></Card>
      <Section title='经过'><Card><Timeline story={view.story} links={photoLinks} /></Card></Section>
    </View>
  )
}

interface DecideProps {
  view: CaseView
  acting: boolean
  said: string | null
  onStep: (command: CaseStep) => void
  onSheet: (sheet: 'more' | DeskStep) => void
}

/** The bar: the usual answer as the main button, the rest behind 更多; nothing where this person can do nothing. */
function Decide({ view, acting, said, onStep, onSheet }: DecideProps): ReactNode {
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  const next = nextOf(view)
  const more = moreOf(view).length > 0
  const over = may('settle') && view.decision !== 'rejected' && view.decision !== 'appealed' && isOverLimit(view)
  if (may('undo') && view.takesEffect) {
    return (
      <ActionBar>
        <Trouble words={said} />
        <UndoBar decided={decidedWords(view)} takesEffect={view.takesEffect} acting={acting} onUndo={() => onStep({ type: 'undo' })} />
      </ActionBar>
    )
  }
  if (!next && !more && !over) return said === null ? null : <ActionBar><Trouble words={said} /></ActionBar>
  return (
    <ActionBar>
      <Trouble words={said} />
      {over && <View className='amber'>{view.asked > 0 ? '要退' : '东西值'} {yuan(costs(view))}，超过您能定的 {yuan(view.limit ?? 0)}，请有更高额度的同事定。</View>}
      {next && <Button kind='primary' label={next.label} busy={acting} busyLabel='正在发…' onTap={() => { if ('command' in next) onStep(next.command); else onSheet(next.step) }} />}
      {more && <Button label={may('reject') ? '更多：换个办法、不同意…' : '更多'} disabled={acting} onTap={() => onSheet('more')} />}
    </ActionBar>
  )
}

/** Fen that may be offered: what is left on the line, and no more than this person may decide. */
function mostOf(view: CaseView): number | null {
  const left = view.line?.left ?? null
  return left === null || view.limit === null ? left ?? view.limit : Math.min(left, view.limit)
}
