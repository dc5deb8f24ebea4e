import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { Answers } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { refresh, useAnswer } from '../../../../cloud/useAnswer'
import { Answered } from '../../../../components/Answered/Answered'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Section } from '../../../../components/Section/Section'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { useSending } from '../../../../cloud/useSending'
import './Bindings.scss'

type Binding = Answers['listBindings']['bindings'][number]

/** Neighbours whose phone the export masks: the leader knows whether they are who they say. */
export function Bindings({ communityId }: { communityId: string }): ReactNode {
  const asked = useAnswer('listBindings', { communityId })
  return (
    <Section title='等您认人'>
      <Answered asked={asked} cards={1}>
        {({ bindings }) => (bindings.length === 0 ? <Card>都认完了。</Card> : bindings.map(b => <One key={b.id} binding={b} />))}
      </Answered>
    </Section>
  )
}

function One({ binding }: { binding: Binding }): ReactNode {
  const now = useNow()
  const { busy, failed, send } = useSending()
  const [said, setSaid] = useState<boolean | null>(null)
  const answer = (yes: boolean) => {
    setSaid(yes)
    void send(async () => {
      await call('confirmBinding', { bindingId: binding.id, yes })
      refresh('listBindings', 'listGroupBuys')
    })
  }
  return (
    <Card>
      <View className='bindings__who'>有人说自己是 {binding.joinNumber} 号</View>
      <View>订单上是：{binding.buyers.join('、')}</View>
      <View>他填的手机尾号：{binding.phoneLast4}</View>
      <View className='soft small'>{binding.groupBuyTitle} · {spoken(binding.askedAt, now)}问的</View>
      <View className='bindings__ways'>
        <Button kind='primary' label='是他' spokenLabel={`${binding.joinNumber} 号是本人`} busy={busy && said === true} busyLabel='正在记…' disabled={busy} onTap={() => answer(true)} />
        <Button label='不是' spokenLabel={`${binding.joinNumber} 号不是本人`} busy={busy && said === false} busyLabel='正在记…' disabled={busy} onTap={() => answer(false)} />
      </View>
      <Trouble words={failed?.message} />
    </Card>
  )
}
