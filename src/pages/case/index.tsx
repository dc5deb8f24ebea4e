import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { ABOUT } from '../../../domain/case/reasons'
import { wishWords } from '../../../domain/case/wish'
import type { CaseStep } from '../../../domain/contract/calls'
import { askConsent } from '../../cloud/askConsent'
import { useCase } from '../../cloud/useCase'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { MessagesLeft } from '../../components/MessagesLeft/MessagesLeft'
import { Page } from '../../components/Page/Page'
import { PhotoWall } from '../../components/PhotoWall/PhotoWall'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Promises } from '../../components/Promises/Promises'
import { Section } from '../../components/Section/Section'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { Timeline } from '../../components/Timeline/Timeline'
import { TooLate } from '../../components/TooLate/TooLate'
import { go } from '../../components/go'
import { useStepSheet } from '../../components/useStepSheet'
import { VideoTile } from '../../components/VideoTile/VideoTile'
import { VoiceBubble } from '../../components/VoiceBubble/VoiceBubble'
import { WarningBadge } from '../../components/WarningBadge/WarningBadge'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { SheetOwner } from '../../outbox/sheetDraft'
import { useOutbox } from '../../outbox/useOutbox'
import { wrongWords } from '../../words/claimWords'
import { StopUsing } from '../file/Hazard'
import { Calls } from './Calls'
import { Coming } from './Coming'
import { Goods } from './Goods'
import { Happening } from './Happening'
import { NextStepBar } from './NextStepBar'
import { nextStepOf } from './nextStep'
import { Offers } from './Offers'
import { Others } from './Others'
import { isPossible, SheetAbove, type CaseSheet } from './sheets/SheetAbove'
import { StillPossible } from './StillPossible'
import './index.scss'

/** A resident's case: what I do next, what is happening and by when, what else I can do, the photos, the story. */
export default function ResidentCase(): ReactNode {
  const caseId = useRouter().params.id
  const atHand = useCase(caseId ?? null, 'resident')
  const { data, acting } = atHand
  const canOpen = (step: string) => data === undefined || isPossible(data.view, step as CaseSheet)
  const sheet = useStepSheet<CaseSheet>({ trouble: atHand.trouble, as: 'resident', caseId: caseId ?? null, isPossible: canOpen })
  const [chosen, setChosen] = useState<{ offeredAt: number; option: number } | null>(null)
  const waiting = useOutbox().filter(w => w.kind === 'step' && w.caseId === caseId)
  const pending = waiting.some(w => !w.refused)
  if (!caseId) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} /></Empty></Page>

  const act = (step: CaseStep) => {
    // First thing in the tap: WeChat allows it nowhere else. What follows is told by the message just allowed.
    if (step.type !== 'withdraw' && step.type !== 'rate') void askConsent('resident')
    return atHand.act(step, sheet.owner ?? undefined)
  }
  // One way out needs no choosing; what was chosen among others means nothing among these.
  const offer = data?.view.offer
  const option = offer && chosen?.offeredAt === offer.at ? chosen.option : offer?.options.length === 1 ? 0 : null
  const next = data && !pending ? nextStepOf(data.view) : null
  const above = sheet.open === null ? sheet.said : null
  return (
    <Page bar={data && next && <NextStepBar view={data.view} step={next} option={option} acting={acting !== null} trouble={above} act={step => void act(step)} onSheet={sheet.show} />}>
      {waiting.map(one => <WaitingToSend key={one.id} one={one} />)}
      <Answered asked={atHand} cards={2}>
        {({ view, photoLinks, voiceLinks, videoLinks, community, followedBy, warned }) => (
          <>
            {warned?.id != null && <WarningBadge alone title={view.title} warningId={warned.id} />}
            <Happening view={view} />
            <Calls view={view} community={community} at='top' />
            {next === null && <Trouble words={above} />}
            <TooLate view={view} isPossible={canOpen} />
            {view.class === 'hazard' && view.holder !== null && <StopUsing />}
            <Offers view={view} chosen={option} acting={acting !== null || pending} onChoose={picked => setChosen({ offeredAt: view.offer?.at ?? 0, option: picked })} onCounter={() => sheet.show('counter')} onDecline={() => sheet.show('decline')} />
            <Promises view={view} />
            <Goods view={view} />
            <Coming view={view} />
            <StillPossible view={view} community={community} followedBy={followedBy} onAppeal={() => sheet.show('appeal')} onAskAgain={() => sheet.show('askAgain')} />
            <Card>
              <View className='case__goods'>
                <ProductTile title={view.title} />
                <View className='case__words'>
                  <View className='case__title'>{view.title}</View>
                  <View className='soft small'>{view.groupBuyTitle}</View>
                  <View className='case__what'>{wrongWords(view.reason, view.claim, view.quantity)}</View>
                  <View className='case__what'>{wishWords(view.wish)}</View>
                </View>
              </View>
              {view.about && <View>说的是：{ABOUT[view.about]}{view.unseenByNamed && '（看不到这件事）'}</View>}
              {view.words !== '' && <View className='case__said'>“{view.words}”</View>}
              {view.voices.map((v, i) => <View className='case__voice' key={v.id}><VoiceBubble says={`${view.byHousehold ? '家里人' : '您'}说的${view.voices.length === 1 ? '话' : `第 ${i + 1} 段话`}`} seconds={v.seconds} src={voiceLinks[v.id]} onAgain={() => void atHand.again()} /></View>)}
              {view.videos.map(v => <View className='case__voice' key={v.id}><VideoTile shows={`${view.byHousehold ? '家里人' : '您'}拍的视频`} seconds={v.seconds} src={videoLinks[v.id]} onAgain={() => void atHand.again()} /></View>)}
              {view.photos.length > 0 && <PhotoWall photos={view.photos} links={photoLinks} />}
              {view.follows !== null && <Button kind='quiet' label='看原来那一件' onTap={() => go(`/pages/case/index?id=${view.follows ?? ''}`)} />}
            </Card>
            <Section title='经过'><Card><Timeline story={view.story} links={photoLinks} /></Card></Section>
            {!pending && <Others view={view} acting={acting !== null} onOther={sheet.show} />}
            {view.holder !== null && <MessagesLeft role='resident' />}
            <Calls view={view} community={community} at='end' />
          </>
        )}
      </Answered>
      {data && sheet.open !== null && (
        <SheetOwner.Provider key={sheet.owner} value={sheet.owner}>
          <SheetAbove sheet={sheet.open} view={data.view} busy={acting !== null} said={sheet.said} onClose={sheet.close} act={act} />
        </SheetOwner.Provider>
      )}
    </Page>
  )
}
