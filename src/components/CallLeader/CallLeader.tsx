import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'

/** 打电话给团长: always there; where no number was left, the way to reach them is said instead. */
export function CallLeader({ community, label = '打电话给团长', kind = 'plain' }: { community: { leaderName: string; leaderPhone: string }; label?: string; kind?: 'plain' | 'quiet' | 'primary' }): ReactNode {
  if (community.leaderPhone === '') return <View className='soft'>团长{community.leaderName}没有留电话，请在群里找。</View>
  return <Button kind={kind} label={label} spokenLabel={`${label}，${community.leaderName}`} onTap={() => platform.call(community.leaderPhone)} />
}
