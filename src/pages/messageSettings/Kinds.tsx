import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { KINDS_FOR, KIND_WORDS, type NoticeKind, type Told } from '../../../domain/notice/kinds'
import { TEMPLATES_FOR, templateFor } from '../../../domain/notice/templates'
import { CHANNELS_FOR, CHANNEL_WORDS, choose, isLocked, isWanted, type Channel, type NoticeSettings } from '../../../domain/notice/settings'
import { Card } from '../../components/Card/Card'
import { MessagesLeft } from '../../components/MessagesLeft/MessagesLeft'
import { Tap } from '../../components/Tap/Tap'

const ROLE_WORDS: Record<Told, string> = { resident: '我买的东西', leader: '我管的小区', supplier: '我供的货', operator: '平台的事' }

/** What somebody is told about in one role, and by which ways; what cannot be switched off says so. Below, how many messages WeChat may still bring. */
export function Kinds({ as, settings, onChange, children }: { as: Told; settings: NoticeSettings; onChange: (settings: NoticeSettings) => void; children?: ReactNode }): ReactNode {
  const toggle = (kind: NoticeKind, channel: Channel) => {
    const next = choose(settings, as, kind, channel, !isWanted(settings, as, kind, channel))
    if (next) onChange(next)
  }
  return (
    <Card title={ROLE_WORDS[as]}>
      {KINDS_FOR[as].map(kind => (
        <View key={kind} className={`told__kind${CHANNELS_FOR[as].length === 1 ? ' told__kind--one' : ''}`}>
          <View className='told__what'>{KIND_WORDS[kind]}</View>
          {isLocked(kind) ? <View className='soft small'>一定会告诉您，不能关</View> : (
            <View className='told__ways'>
              {CHANNELS_FOR[as].map(channel => {
                const on = isWanted(settings, as, kind, channel)
                return <Tap key={channel} role='checkbox' picked={on} className={`told__way${on ? ' told__way--on' : ''}`} label={`${KIND_WORDS[kind]}，${CHANNEL_WORDS[channel]}${on ? '，已选' : ''}`} onTap={() => toggle(kind, channel)}>{CHANNEL_WORDS[channel]}{on ? ' ✓' : ''}</Tap>
              })}
            </View>
          )}
        </View>
      ))}
      {children}
      <View className='told__left'><MessagesLeft role={as} /><View className='soft small'>{countedWith(as)}</View></View>
    </Card>
  )
}

/** WeChat counts fewer kinds than there are: which go with which. */
function countedWith(as: Told): string {
  const shared = TEMPLATES_FOR[as].flatMap(counted => {
    const others = KINDS_FOR[as].filter(kind => kind !== counted && templateFor(as, kind) === counted)
    return others.length === 0 ? [] : [`${others.map(kind => `「${KIND_WORDS[kind]}」`).join('')}用的是「${KIND_WORDS[counted]}」的条数`]
  })
  return `${shared.join('；')}。`
}
