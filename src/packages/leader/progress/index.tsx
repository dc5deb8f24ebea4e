import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Progress } from '../../../../domain/contract/calls'
import { progressWords } from '../../../../domain/orders/progressWords'
import { CallFailed } from '../../../cloud/callFailed'
import { platform } from '../../../cloud/platform'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { ProgressCounts } from '../../../components/ProgressCounts/ProgressCounts'
import { wordless } from '../../../components/spoken'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { Tap } from '../../../components/Tap/Tap'
import { ShareSheet } from '../../../components/ShareSheet/ShareSheet'
import { heightOf, paintProgress, WIDTH } from '../parts/progress/paintProgress'
import './index.scss'

/** One answer for the whole chat: how far it is, as a card and as a picture; no names. */
export default function ProgressCard(): ReactNode {
  const groupBuyId = useRouter().params.groupBuy ?? null
  const asked = useAnswer('groupBuyProgress', groupBuyId === null ? null : { groupBuyId })
  const [sharing, setSharing] = useState(false)
  const share = groupBuyId === null || !asked.data ? null : { title: titleOf(asked.data), path: `/pages/progress/index?groupBuy=${encodeURIComponent(groupBuyId)}` }
  useShareAppMessage(() => share ?? { title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })
  if (groupBuyId === null) return <Page><Empty title='没看到是哪个团'><Button kind='primary' label='去我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>
  return (
    <Page bar={share && <ActionBar><Button kind='primary' label='发到邻居群' onTap={() => setSharing(true)} /></ActionBar>}>
      <Answered asked={asked} cards={2}>
        {progress => (
          <>
            <Card><ProgressCounts title={progress.title} counts={progress.whole} /></Card>
            {progress.products.map((p, i) => <Card key={i}><ProgressCounts title={p.title} counts={p} /></Card>)}
            <Picture key={progress.at} progress={progress} />
          </>
        )}
      </Answered>
      <ShareSheet open={sharing} title='发到邻居群' share={share} onClose={() => setSharing(false)}><View>邻居点开，看到的也是这些数，没有谁家的名字。</View></ShareSheet>
    </Page>
  )
}

/** 23户反映，20户已定，6户已退，其余3户今晚9点前处理 · 草莓. The sentence first: WeChat cuts a card's title at its end. */
function titleOf({ title, products, whole, at }: Progress): string {
  const [only, ...others] = products
  return `${progressWords(whole, at)} · ${only && others.length === 0 ? only.title : title}`
}

function Picture({ progress }: { progress: Progress }): ReactNode {
  const [path, setPath] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const { busy, failed, send } = useSending()
  const draw = () => void send(async () => {
    try {
      setPath(await platform.drawPicture(WIDTH, heightOf(progress), brush => paintProgress(brush, progress)))
    } catch (why) {
      console.warn('the picture could not be drawn', why)
      throw new CallFailed({ code: 'NOT_DRAWN', message: '图片没画出来，可以直接发卡片', again: true })
    }
  })
  const save = (picture: string) => void send(async () => {
    await platform.savePicture(picture)
    setSaved(true)
  })
  return (
    <Card title='画成图片'>
      {path === null
        ? <View className='soft'>发不了卡片的群，发这张图也一样。</View>
        : <Tap role='img' label='进展图片，点开看大图' onTap={() => platform.showPhotos([path], path)}><Image className='progress-page__picture' src={path} mode='widthFix' {...wordless()} /></Tap>}
      <View className='progress-page__ways'>
        <Trouble words={failed?.message} />
        {path === null ? <Button label='画一张' busy={busy} busyLabel='正在画…' onTap={draw} /> : <Button label={saved ? '✓ 存好了' : '存到手机'} busy={busy} busyLabel='正在存…' onTap={() => save(path)} />}
      </View>
    </Card>
  )
}
