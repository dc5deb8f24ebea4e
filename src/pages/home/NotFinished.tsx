import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { Section } from '../../components/Section/Section'
import { unfinishedAt } from '../../outbox/unfinished'
import { useOutbox } from '../../outbox/useOutbox'
import './NotFinished.scss'

/** What was begun and left: it is still there, and one tap goes on with it. What waits to be sent already stands elsewhere. */
export function NotFinished({ onOpen }: { onOpen: (orderId: string, lineId: string) => void }): ReactNode {
  const [begun, setBegun] = useState(() => unfinishedAt(Date.now()))
  const outbox = useOutbox()
  useDidShow(() => setBegun(unfinishedAt(Date.now())))
  const left = begun.filter(one => !outbox.some(w => w.kind === 'filing' && w.owner === one.owner))
  if (left.length === 0) return null
  return (
    <Section title='没写完的'>
      <Card>
        {left.map(one => (
          <View className='not-finished' key={one.owner}>
            <View className='not-finished__title'>{one.title}</View>
            <Button narrow label='接着写' spokenLabel={`接着写，${one.title}`} onTap={() => onOpen(one.orderId, one.lineId)} />
          </View>
        ))}
      </Card>
    </Section>
  )
}
