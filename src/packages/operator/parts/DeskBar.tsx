import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Tap } from '../../../components/Tap/Tap'
import { go } from '../../../components/go'
import type { AtDesk, OwnDesk } from './useDesk'
import './DeskBar.scss'

/** Which desk this is, and the ways to its board, to its people, to filing for somebody, and to the messages. */
export function DeskBar({ at: { me, choose }, desk }: { at: AtDesk; desk: OwnDesk }): ReactNode {
  const [open, setOpen] = useState(false)
  const desks = me.data?.operates ?? []
  const unread = me.data?.unread ?? 0
  return (
    <View className='desk-bar'>
      <View className='desk-bar__name'>{desk.name}</View>
      <View className='desk-bar__ways'>
        {desks.length > 1 && <Tap className='desk-bar__way' label='换一个平台' onTap={() => setOpen(true)}>换 ▾</Tap>}
        <Tap className='desk-bar__way' label='时间看板' onTap={() => go(`/packages/operator/board/index?desk=${desk.deskId}`)}>时间看板</Tap>
        <Tap className='desk-bar__way' label='替居民报' onTap={() => go(`/packages/operator/behalf/index?desk=${desk.deskId}`)}>替居民报</Tap>
        <Tap className='desk-bar__way' label='平台的人' onTap={() => go(`/packages/operator/team/index?desk=${desk.deskId}`)}>平台的人</Tap>
        <Tap className='desk-bar__way' label={unread > 0 ? `消息，${unread} 条没看` : '消息'} onTap={() => go('/pages/messages/index')}>消息{unread > 0 && <View className='desk-bar__unread'>{unread}</View>}</Tap>
      </View>
      <Sheet open={open} title='看哪个平台' onClose={() => setOpen(false)}>
        <ChoiceTiles columns={1} value={desk.deskId} choices={desks.map(d => ({ value: d.deskId, label: d.name, hint: `${d.communities} 个小区，${d.waiting} 件等平台定` }))} onChoose={id => { choose(id); setOpen(false) }} />
      </Sheet>
    </View>
  )
}
