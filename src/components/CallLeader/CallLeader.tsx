import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { rememberLeader } from '../../cloud/knownLeaders'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'

interface CallLeaderProps {
  community: { leaderName: string; leaderPhone: string }
  label?: string
  kind?: 'plain' | 'quiet' | 'primary'
}

/** 打电话给团长: always there; where no number was left, the way to reach them is said instead. */
export function CallLeader({ community: { leaderName, leaderPhone }, label = '打电话给团长', kind = 'plain' }: CallLeaderProps): ReactNode {
  useEffect(() => {
    if (leaderPhone !== '') rememberLeader({ leaderName, leaderPhone })
  }, [leaderName, leaderPhone])
  if (leaderPhone === '') return <View className='soft'>团长{leaderName}没有留电话，请在群里找。</View>
  return <Button kind={kind} label={label} spokenLabel={`${label}，${leaderName}`} onTap={() => platform.call(leaderPhone)} />
}
