import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { isOnTheWay, sendWaitingAtOnce } from '../../outbox/sendWaiting'
import { removeWaiting, type Waiting } from '../../outbox/waiting'
import { refresh } from '../../cloud/useAnswer'
import { Button } from '../Button/Button'
import { CallLeader } from '../CallLeader/CallLeader'
import { Card } from '../Card/Card'
import './WaitingToSend.scss'

interface WaitingToSendProps {
  one: Waiting
  /** The way to what it is about, where this page is another. */
  onOpen?: () => void
}

/** Something that could not be sent yet, or was refused when it finally was: what happens next, and what can be done about it. */
export function WaitingToSend({ one, onOpen }: WaitingToSendProps): ReactNode {
  const sending = isOnTheWay(one.id)
  const takeOut = () => {
    removeWaiting(one.id)
    // It may have arrived all the same, with its answer lost.
    refresh('showLine', 'showCase', 'residentHome')
  }
  if (one.refused) {
    return (
      <Card tone='red' title={`没发成：${one.title}`}>
        <View className='waiting-to-send'>
          <View>! {one.refused.message}</View>
          {onOpen && <Button kind='primary' label='去看看' spokenLabel={`去看看，${one.title}`} onTap={onOpen} />}
          <CallLeader community={one.leader} />
          <Button kind='quiet' label='知道了' spokenLabel={`知道了，${one.title}没发成`} onTap={takeOut} />
        </View>
      </Card>
    )
  }
  return (
    <Card tone='amber' title={one.title}>
      <View className='waiting-to-send'>
        <View>{sending ? '正在发…' : '还没发出去，有信号会自动再发'}</View>
        <View className='soft small'>{one.kind === 'filing' ? '照片、您说的话和填的都存在手机里，不会丢，也不会重复发。' : '已经存在手机里，不会丢，也不会重复发。'}</View>
        <View className='waiting-to-send__acts'>
          <Button kind='primary' label='立即重试' busy={sending} busyLabel='正在发…' onTap={() => void sendWaitingAtOnce()} />
          <Button label='取消' spokenLabel={`取消发送，${one.title}`} disabled={sending} onTap={takeOut} />
        </View>
        {onOpen && <Button kind='quiet' label='看看填了什么' spokenLabel={`看看，${one.title}`} onTap={onOpen} />}
        <CallLeader community={one.leader} kind='quiet' />
      </View>
    </Card>
  )
}
