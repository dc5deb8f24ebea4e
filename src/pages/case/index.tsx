import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { StopUsing } from '../file/Hazard'
import { ABOUT } from '../../../domain/case/reasons'
import { wishWords } from '../../../domain/case/wish'
import type { CaseView } from '../../../domain/people/caseView'
import { askConsent } from '../../cloud/askConsent'
import { useCase } from '../../cloud/useCase'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { Page } from '../../components/Page/Page'
import { PhotoWall } from '../../components/PhotoWall/PhotoWall'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Section } from '../../components/Section/Section'
import { Sheet } from '../../components/Sheet/Sheet'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { TextArea } from '../../components/TextArea/TextArea'
import { Timeline } from '../../components/Timeline/Timeline'
import { VideoTile } from '../../components/VideoTile/VideoTile'
import { VoiceBubble } from '../../components/VoiceBubble/VoiceBubble'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { useKeptWords } from '../../outbox/keptWords'
import { waitingNow } from '../../outbox/waiting'
import { useOutbox } from '../../outbox/useOutbox'
import { wrongWords } from '../../words/claimWords'
import { AddEvidence, type AddEvidenceProps } from './AddEvidence'
import { Happening } from './Happening'
import { StillPossible } from './StillPossible'
import './index.scss'

/** A resident's case: what is happening and by when, what I can do now, the photos, the story. */
export default function ResidentCase(): ReactNode {
  const caseId = useRouter().params.id
  const atHand = useCase(caseId ?? null, 'resident')
  const [sheet, setSheet] = useState<'decline' | 'withdraw' | 'add' | null>(null)
  const [words, setWords] = useKeptWords(caseId ?? null)
  const waiting = useOutbox().filter(w => w.kind === 'step' && w.caseId === caseId)
  const pending = waiting.some(w => !w.refused)
  const { data, act, acting, trouble } = atHand
  if (!caseId) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} /></Empty></Page>

  const send = async () => {
    if (sheet === 'decline') void askConsent('resident')
    if ((sheet === 'decline' || sheet === 'withdraw') && await act({ type: sheet, words: words.trim() })) {
      setSheet(null)
      // What waits may be taken back, and is then there to be changed.
      if (!waitingNow().some(w => w.caseId === caseId)) setWords('')
    }
  }
  const agree = (option: number) => {
    // First thing in the tap: WeChat allows it nowhere else. What follows is told by the message just allowed.
    void askConsent('resident')
    void act({ type: 'agree', option })
  }
  const add = (added: Parameters<AddEvidenceProps['onSend']>[0]) => {
    void askConsent('resident')
    return act({ type: 'addEvidence', ...added })
  }
  const said = trouble?.message ?? null
  return (
    <Page bar={data && !pending && <MyTurn view={data.view} acting={acting !== null} trouble={sheet === null ? said : null} onAgree={agree} onDecline={() => setSheet('decline')} onAdd={() => setSheet('add')} />}>
      {waiting.map(one => <WaitingToSend key={one.id} one={one} />)}
      <Answered asked={atHand} cards={2}>
        {({ view, photoLinks, voiceLinks, videoLinks, community }) => (
          <>
            <Happening view={view} />
            {!view.mayDo.includes('agree') && sheet === null && <Trouble words={said} />}
            {view.class === 'hazard' && view.holder !== null && <StopUsing />}
            <StillPossible view={view} community={community} />
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
            </Card>
            <Section title='经过'><Card><Timeline story={view.story} links={photoLinks} /></Card></Section>
            {view.mayDo.includes('addEvidence') && view.stage !== 'waitingEvidence' && !pending && <Button kind='quiet' label='再补一张照片' disabled={acting !== null} onTap={() => setSheet('add')} />}
            <CallLeader community={community} />
            {view.mayDo.includes('withdraw') && !pending && <Button kind='quiet' label='不用处理了，撤销' disabled={acting !== null} onTap={() => setSheet('withdraw')} />}
          </>
        )}
      </Answered>
      <Sheet
        open={sheet === 'decline' || sheet === 'withdraw'} title={sheet === 'withdraw' ? '不用处理了？' : '哪里不合适？'} onClose={() => setSheet(null)}
        bar={(
          <>
            <Trouble words={said} />
            <Button kind={sheet === 'withdraw' ? 'danger' : 'primary'} label={sheet === 'withdraw' ? '撤销' : '告诉团长，我不同意'} busy={acting === sheet} busyLabel='正在发…' onTap={() => void send()} />
          </>
        )}
      >
        <View className='case__explain'>{sheet === 'withdraw' ? '撤销以后团长就不再看这件事了。东西还有问题的话，可以重新反映。' : '写一句想怎么处理，团长会再看看。不写也可以。'}</View>
        <TextArea value={words} onChange={setWords} label={sheet === 'withdraw' ? '为什么撤销' : '想怎么处理'} placeholder={sheet === 'withdraw' ? '想说的话（可以不写）' : '比如：草莓坏了一半，想退一半'} />
      </Sheet>
      {data && sheet === 'add' && <AddEvidence view={data.view} busy={acting !== null} said={said} onClose={() => setSheet(null)} onSend={add} />}
    </Page>
  )
}

interface MyTurnProps {
  view: CaseView
  acting: boolean
  trouble: string | null
  onAgree: (option: number) => void
  onDecline: () => void
  onAdd: () => void
}

/** Two buttons, when it is my turn. */
function MyTurn({ view, acting, trouble, onAgree, onDecline, onAdd }: MyTurnProps): ReactNode {
  if (view.stage === 'waitingEvidence') return <ActionBar><Trouble words={trouble} /><Button kind='primary' label='补张照片' disabled={acting} onTap={onAdd} /></ActionBar>
  if (!view.mayDo.includes('agree') || !view.offer) return null
  return (
    <ActionBar>
      <Trouble words={trouble} />
      {view.offer.options.map((o, i) => <Button key={i} kind={i === 0 ? 'primary' : 'plain'} label={o.refund > 0 ? `同意，退我 ${yuan(o.refund)}` : '同意，不用退'} busy={acting} busyLabel='正在发…' onTap={() => onAgree(i)} />)}
      {view.mayDo.includes('decline') && <Button label='不同意' disabled={acting} onTap={onDecline} />}
    </ActionBar>
  )
}
