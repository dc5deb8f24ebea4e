import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Answers } from '../../../../domain/contract/calls'
import { Tap } from '../../../components/Tap/Tap'
import { go } from '../../../components/go'
import './SupplierBar.scss'

/** Whom this person answers for, and the way to the messages. */
export function SupplierBar({ me: { supplies, unread } }: { me: Answers['whoAmI'] }): ReactNode {
  const names = [...new Set(supplies.map(s => s.name))]
  const communities = [...new Set(supplies.map(s => s.communityName).filter(name => name !== ''))]
  return (
    <View className='supplier-bar'>
      <View className='supplier-bar__who'>
        <View className='supplier-bar__name'>{names.join('、')}</View>
        {communities.length > 0 && <View className='soft small'>供给{communities.join('、')}</View>}
      </View>
      <Tap className='supplier-bar__messages' label={unread > 0 ? `消息，${unread} 条没看` : '消息'} onTap={() => go('/pages/messages/index')}>
        消息{unread > 0 && <View className='supplier-bar__unread'>{unread}</View>}
      </Tap>
    </View>
  )
}
