import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers, Input } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Trouble } from '../../../../components/States/Trouble'
import { ShareSheet, type Share } from '../../../../components/ShareSheet/ShareSheet'

interface AskBuyersProps {
  batch: Input<'askBuyers'>
  incident: Answers['showIncident']
  communityName: string
  /** The card that is about to be shared, for the page's own answer to WeChat. */
  onShare: (share: Share) => void
  onAsked: () => void
}

/** 您家的好吗: asks those who bought it and said nothing. Who cannot be asked here is reached by a card in the chat. */
export function AskBuyers({ batch, incident, communityName, onShare, onAsked }: AskBuyersProps): ReactNode {
  const { busy, failed, send } = useSending()
  const [sharing, setSharing] = useState(false)
  const { buyers: { households, reported, quiet, unclaimed }, asked } = incident
  const share: Share = { title: `${incident.title}：您家的好吗？有问题点这里`, path: `/pages/bind/index?groupBuy=${encodeURIComponent(batch.groupBuyId)}` }
  const ask = () => void send(async () => {
    await call('askBuyers', batch)
    onAsked()
  })
  return (
    <Card title='别的邻居呢'>
      <View>{households} 户买了{communityName === '' ? '' : '这一样'}，{reported} 户反映了。{asked.total > 0 ? `问了 ${asked.total} 户：${asked.fine} 户说好的，${asked.bad} 户说有问题，${asked.silent} 户还没回。` : ''}</View>
      <Trouble words={failed?.message} />
      {quiet > 0 && <Button label={`问问其余 ${quiet} 户：您家的好吗`} busy={busy} busyLabel='正在问…' onTap={ask} />}
      {unclaimed > 0 && <Button label={`还有 ${unclaimed} 户没认领，发到群里问`} onTap={() => { onShare(share); setSharing(true) }} />}
      <ShareSheet open={sharing} title='发到邻居群' share={share} onClose={() => setSharing(false)}><View>邻居点开，找到自己买的东西，有问题就拍一张。</View></ShareSheet>
    </Card>
  )
}
