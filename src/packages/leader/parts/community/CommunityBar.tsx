import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Tap } from '../../../../components/Tap/Tap'
import { go } from '../../../../components/go'
import type { Leading } from './useCommunity'
import './CommunityBar.scss'

/** Which community this is, a way to the others, and to the messages. */
export function CommunityBar({ leading: { me, community, choose } }: { leading: Leading }): ReactNode {
  const [open, setOpen] = useState(false)
  if (!me.data || !community) return null
  const { leads, unread } = me.data
  return (
    <View className='community-bar'>
      <Tap className='community-bar__name' label={`${community.name}，换小区或再开一个`} onTap={() => setOpen(true)}>
        <View className='community-bar__words'>{community.name}</View>
        <View className='community-bar__more'>换 ▾</View>
      </Tap>
      <Tap className='community-bar__messages' label={unread > 0 ? `消息，${unread} 条没看` : '消息'} onTap={() => go('/pages/messages/index')}>
        消息{unread > 0 && <View className='community-bar__unread'>{unread}</View>}
      </Tap>
      <Sheet open={open} title='看哪个小区' onClose={() => setOpen(false)} bar={<Button label='再开一个小区' onTap={() => { setOpen(false); go('/packages/leader/open/index') }} />}>
        <ChoiceTiles
          columns={1} value={community.communityId}
          choices={leads.map(l => ({ value: l.communityId, label: l.name, hint: l.waiting > 0 ? `${l.waiting} 件等您处理` : '没有等您处理的' }))}
          onChoose={id => { choose(id); setOpen(false) }}
        />
      </Sheet>
    </View>
  )
}
