import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { WarningView } from '../../../../../domain/contract/calls'
import { DO_THIS } from '../../../../../domain/hazard/warning'
import { call } from '../../../../cloud/call'
import { refresh, useAnswer, type Asked } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { ActionBar } from '../../../../components/ActionBar/ActionBar'
import { Answered } from '../../../../components/Answered/Answered'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Page } from '../../../../components/Page/Page'
import { ReachCounts } from '../../../../components/ReachCounts/ReachCounts'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { ShareSheet, type Share } from '../../../../components/ShareSheet/ShareSheet'
import { CallList } from './CallList'
import { WhySheet } from './WhySheet'
import './warning.scss'

/** A warning that is out: who knows, who has to be called, whether the product is held, how it ends, and everything that was done. */
export function Out({ warningId, onShare }: { warningId: string; onShare: (share: Share) => void }): ReactNode {
  const asked = useAnswer('showWarning', { warningId, from: 0 })
  const telling = useTelling(asked, warningId)
  const [sheet, setSheet] = useState<'share' | 'lift' | 'release' | null>(null)
  const { busy, failed, send } = useSending()
  const { data } = asked
  const share = data ? { title: `先别吃、先别用！${data.title}，点开看`, path: `/pages/warning/index?id=${warningId}` } : null
  const step = (doing: () => Promise<WarningView>) => void send(async () => {
    asked.put(await doing())
    setSheet(null)
    refresh('showWarning', 'listGroupBuys', 'showArrival')
  })
  return (
    <Page
      wide
      bar={data?.state === 'active' && share && (
        <ActionBar row>
          <Button kind='primary' label='发卡片到群里' onTap={() => { onShare(share); setSheet('share') }} />
          <Button label='解除提醒…' onTap={() => setSheet('lift')} />
        </ActionBar>
      )}
    >
      <Answered asked={asked} cards={2}>
        {warning => (
          <View className='leader-warning'>
            <About warning={warning} />
            <Card>
              <ReachCounts counts={warning.counts} />
              {warning.telling && <View className='amber'>… 还在一户户发</View>}
              <Trouble words={telling.failed?.message} />
              {telling.failed && <Button label='接着发' busy={telling.busy} busyLabel='正在发…' onTap={telling.again} />}
            </Card>
            {warning.state === 'active' && (
              <Card title={warning.held ? '先不发货' : '照常发货'}>
                <View>{warning.held ? '取货的时候会提醒先别发这一件；居民首页和团里都标着。' : '取货不拦了，提醒还在。'}</View>
                <View className='leader-warning__ways'>
                  {sheet === null && <Trouble words={failed?.message} />}
                  {warning.held ? <Button label='可以发了…' onTap={() => setSheet('release')} /> : <Button label='还是先别发' busy={busy} busyLabel='正在记…' onTap={() => step(() => call('holdProduct', { warningId, hold: true, words: '' }))} />}
                </View>
              </Card>
            )}
            <CallList first={warning} />
            <Record warning={warning} />
          </View>
        )}
      </Answered>
      <ShareSheet open={sheet === 'share'} title='发到邻居群' share={share} onClose={() => setSheet(null)}><View>谁点开都看得到哪里有危险、怎么做；找到自己的订单，点「知道了」，就算通知到了。</View></ShareSheet>
      {sheet === 'lift' && <WhySheet title='为什么可以放心了？' says='买过的住户都会收到这句话，这件东西也可以发了。记录留着。' label='解除，告诉大家' placeholder='比如 检测过了，没有问题' busy={busy} failed={failed} onClose={() => setSheet(null)} onSay={words => step(() => call('liftWarning', { warningId, words }))} />}
      {sheet === 'release' && <WhySheet title='为什么可以发了？' says='只是恢复发货，「先别吃、先别用」的提醒还在。' label='恢复发货' placeholder='比如 换了一批，查过的' busy={busy} failed={failed} onClose={() => setSheet(null)} onSay={words => step(() => call('holdProduct', { warningId, hold: false, words }))} />}
    </Page>
  )
}

/** Carries on by itself while somebody is not told yet; the clock would, too, a minute later. */
function useTelling(asked: Asked<WarningView>, warningId: string) {
  const { busy, failed, send } = useSending()
  const again = () => void send(async () => {
    for (let view = await call('carryOnWarning', { warningId }); ; view = await call('carryOnWarning', { warningId })) {
      asked.put(view)
      if (!view.telling) return
    }
  })
  const owed = asked.data?.telling === true
  useEffect(() => {
    if (owed) again()
    // Once when it is seen to be owed; after a failure it is a tap's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [owed])
  return { busy, failed, again }
}

function About({ warning: { title, spec, words, doThis, startedAt, lifted, groupBuys } }: { warning: WarningView }): ReactNode {
  const now = useNow()
  return (
    <Card tone={lifted === null ? 'red' : 'green'}>
      <View className='leader-warning__title'>{lifted === null ? '! 叫停中' : '✓ 已经解除'} · {title}{spec !== '' && ` · ${spec}`}</View>
      <View>{lifted === null ? `${words}。${DO_THIS[doThis]}` : lifted.words}</View>
      <View className='soft small'>{spoken(lifted?.at ?? startedAt, now)} · {groupBuys.map(g => g.title).join('、')}</View>
    </Card>
  )
}

function Record({ warning: { record } }: { warning: WarningView }): ReactNode {
  const now = useNow()
  return (
    <Card title='都做了什么'>
      {[...record].reverse().map((e, i) => (
        <View key={i} className='leader-warning__event'><View>{e.words}</View><View className='soft small'>{spoken(e.at, now)}</View></View>
      ))}
    </Card>
  )
}
