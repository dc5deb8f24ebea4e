import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { Answers } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { forgetKept, readKept, writeKept } from '../../../cloud/kept'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { PhotoPicker } from '../../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../../components/PhotoPicker/usePhotos'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { TextArea } from '../../../components/TextArea/TextArea'
import { PHOTOS } from '../../../cloud/photoTrip'
import { forgetTrips } from '../../../outbox/keptTrips'
import { behalfInput, chosenIn, missingIn, newBehalf, worthOf, type BehalfDraft } from '../parts/behalf/behalfDraft'
import { BehalfFields } from '../parts/behalf/BehalfFields'
import { householdWords } from '../parts/behalf/householdWords'
import { PickChannel } from '../parts/behalf/PickChannel'

const ownerOf = (groupBuyId: string) => `behalf/${groupBuyId}`

/** The leader puts down what a neighbour said in the chat, by phone or at the door. */
export default function OnBehalf(): ReactNode {
  const { groupBuy: groupBuyId = null, desk } = useRouter().params
  const [round, setRound] = useState(0)
  const asked = useAnswer('listBuyers', groupBuyId === null ? null : { groupBuyId })
  if (groupBuyId === null) return <Page><Empty title='没看到是哪个团'><Button kind='primary' label='去我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>
  if (!asked.data) return <Page><Answered asked={asked}>{() => null}</Answered></Page>
  return <Form key={round} groupBuyId={groupBuyId} shown={asked.data} then={desk === undefined ? '/packages/leader/inbox/index' : '/packages/operator/desk/index'} onAnother={() => setRound(round + 1)} />
}

function Form({ groupBuyId, shown: { groupBuyTitle, households }, then, onAnother }: { groupBuyId: string; shown: Answers['listBuyers']; then: string; onAnother: () => void }): ReactNode {
  const owner = ownerOf(groupBuyId)
  const [draft, setDraft] = useState<BehalfDraft>(() => newBehalf(readKept<BehalfDraft>(owner) ?? {}))
  const [filed, setFiled] = useState<string | null>(null)
  const [tapped, setTapped] = useState(false)
  const photos = usePhotos(owner)
  const { busy, failed, send } = useSending()
  const { line } = chosenIn(draft, households)
  const worth = line && worthOf(draft, line)
  const missing = missingIn(draft, households, photos.ids.length)
  const change = (next: BehalfDraft) => {
    setDraft(next)
    setTapped(false)
    writeKept(owner, next)
  }
  const file = () => {
    setTapped(true)
    if (missing !== null || photos.sending > 0 || photos.failed > 0) return
    void send(async () => {
      try {
        await call('fileOnBehalf', behalfInput(draft, households, photos.ids))
      } catch (why) {
        // Nothing was filed under this id, and the next filing must not be taken for a repetition of it.
        if ((why as { code?: string }).code === 'LINE_HAS_OPEN_CASE') change({ ...draft, caseId: drawId() })
        throw why
      }
      forgetKept(owner)
      forgetTrips(PHOTOS, owner)
      refresh('listBuyers', 'leaderInbox', 'deskQueue', 'whoAmI')
      setFiled(draft.caseId)
    })
  }
  if (filed !== null) return <Filed words={filedWords(draft, { groupBuyTitle, households })} then={then} onAnother={onAnother} />
  const said = photos.failed > 0 ? '有照片没传上去，点照片上的「再传」，或者去掉它' : failed?.message ?? (tapped ? missing : null)
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={said} />
          <Button kind='primary' label={worth ? `替他报上，想退 ${yuan(worth)}` : '替他报上'} disabled={photos.sending > 0} busy={busy} busyLabel='正在报…' onTap={file} />
        </ActionBar>
      )}
    >
      <View className='soft'>{groupBuyTitle} · 报上以后这家会收到消息；还没来过小程序的，来了就能看到。</View>
      <Card><BehalfFields draft={draft} households={households} tried={tapped} onChange={change} /></Card>
      <Card title='他是怎么说的'>
        <PickChannel value={draft.channel} onChoose={channel => change({ ...draft, channel })} />
      </Card>
      <Card title='原话'><TextArea label='邻居的原话' value={draft.words} placeholder='他怎么说的，照着写一句' onChange={words => change({ ...draft, words })} /></Card>
      <Card title='照片（没有也行）'><PhotoPicker of={photos} hint='群里的照片，存下来再从相册选' /></Card>
    </Page>
  )
}

function filedWords(draft: BehalfDraft, { households }: Answers['listBuyers']): string {
  const { household, line } = chosenIn(draft, households)
  if (!household || !line) return ''
  return `${householdWords(household)}，${line.title}。${household.bound ? '已经发消息告诉这家了。' : '这家还没人来过小程序，请把团购卡片发给他。'}`
}

function Filed({ words, then, onAnother }: { words: string; then: string; onAnother: () => void }): ReactNode {
  return (
    <Page bar={<ActionBar><Button kind='primary' label='再替一家报' onTap={onAnother} /><Button label='去处理' onTap={() => goOnlyTo(then)} /></ActionBar>}>
      <Card title='替他报上了' tone='green'>{words}</Card>
    </Page>
  )
}
