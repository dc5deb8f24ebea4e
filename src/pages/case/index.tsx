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
import { CallDesk } from '../../components/CallDesk/CallDesk'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { Page } from '../../components/Page/Page'
import { PhotoWall } from '../../components/PhotoWall/PhotoWall'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Section } from '../../components/Section/Section'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { Timeline } from '../../components/Timeline/Timeline'
import { go } from '../../components/go'
import { useStepSheet } from '../../components/useStepSheet'
import { VideoTile } from '../../components/VideoTile/VideoTile'
import { VoiceBubble } from '../../components/VoiceBubble/VoiceBubble'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { useOutbox } from '../../outbox/useOutbox'
import { wrongWords } from '../../words/claimWords'
import { StopUsing } from '../file/Hazard'
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
  const sheet = useStepSheet<CaseSheet>(atHand.trouble)
  const [chosen, setChosen] = useState<number | null>(null)
  const waiting = useOutbox().filter(w => w.kind === 'step' && w.caseId === caseId)
  const pending = waiting.some(w => !w.refused)
  const { data, acting } = atHand
  if (!caseId) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} /></Empty></Page>

  const act = (step: CaseStep, owner?: string) => {
    // First thing in the tap: WeChat allows it nowhere else. What follows is told by the message just allowed.
    if (step.type !== 'withdraw' && step.type !== 'rate') void askConsent('resident')
    return atHand.act(step, owner)
  }
  // One way out needs no choosing.
  const option = chosen ?? (data?.view.offer?.options.length === 1 ? 0 : null)
  const next = data && !pending ? nextStepOf(data.view) : null
  const open = data && sheet.open !== null && isPossible(data.view, sheet.open) ? sheet.open : null
  const above = open === null ? sheet.said : null
  return (
    <Page bar={data && next && <NextStepBar view={data.view} step={next} option={option} acting={acting !== null} trouble={above} act={step => void act(step)} onSheet={sheet.show} />}>
      {waiting.map(one => <WaitingToSend key={one.id} one={one} />)}
      <Answered asked={atHand} cards={2}>
        {({ view, photoLinks, voiceLinks, videoLinks, community, followedBy }) => (
          <>
            <Happening view={view} />
            {next === null && <Trouble words={above} />}
            {view.class === 'hazard' && view.holder !== null && <StopUsing />}
            <Offers view={view} chosen={option} acting={acting !== null || pending} onChoose={setChosen} onCounter={() => sheet.show('counter')} onDecline={() => sheet.show('decline')} />
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
            <CallLeader community={community} />
            <CallDesk desk={community.desk} />
          </>
        )}
      </Answered>
      {data && open !== null && <SheetAbove sheet={open} view={data.view} busy={acting !== null} said={sheet.said} onClose={sheet.close} act={act} />}
    </Page>
  )
}
