import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import type { ChannelsPage } from '../../../../domain/contract/calls'
import { Card } from '../../../components/Card/Card'
import { useNow } from '../../../components/useNow'
import './channels.scss'

type Line = ChannelsPage['latest'][number]

const WAY_WORDS: Record<Line['way'], string> = { robot: '群机器人', email: '邮件', sms: '短信' }
const STATE_WORDS: Record<Line['state'], string> = { due: '等着发', sending: '正在发', sent: '发出去了', failed: '没发出去', unknown: '不知道发没发到，不会再发', none: '没发' }

/** What went these ways lately, and what became of it. */
export function Latest({ latest }: Pick<ChannelsPage, 'latest'>): ReactNode {
  const now = useNow()
  if (latest.length === 0) return null
  return (
    <Card title='最近这样发的'>
      {latest.map((line, i) => (
        <View key={i} className='channels__line'>
          <View>{WAY_WORDS[line.way]}，{line.count} 件：{STATE_WORDS[line.state]}{line.state === 'failed' && line.why !== '' ? `（${line.why}）` : ''}</View>
          <View className='soft small'>{spoken(line.at, now)}</View>
        </View>
      ))}
    </Card>
  )
}
