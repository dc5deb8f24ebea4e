import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import type { OpenDay } from '../../../domain/clock/serviceHours'
import { rememberLeader } from '../../cloud/knownLeaders'
import { platform } from '../../cloud/platform'
import { serviceWords } from '../../words/serviceWords'
import { Button } from '../Button/Button'
import { useNow } from '../useNow'

interface CallLeaderProps {
  community: { leaderName: string; leaderPhone: string; hoursAhead?: OpenDay[] }
  label?: string
  kind?: 'plain' | 'quiet' | 'primary'
}

/** 打电话给团长: always there; where no number was left, the way to reach them is said instead. */
export function CallLeader({ community: { leaderName, leaderPhone, hoursAhead }, label = '打电话给团长', kind = 'plain' }: CallLeaderProps): ReactNode {
  useEffect(() => {
    if (leaderPhone !== '') rememberLeader({ leaderName, leaderPhone })
  }, [leaderName, leaderPhone])
  const now = useNow()
  const hours = hoursAhead ? serviceWords(hoursAhead, now) : ''
  return (
    <>
      {leaderPhone === ''
        ? <View className='soft'>团长{leaderName}没有留电话，请在群里找。</View>
        : <Button kind={kind} label={label} spokenLabel={`${label}，${leaderName}`} onTap={() => platform.call(leaderPhone)} />}
      {hours !== '' && <View className='soft small'>{hours}</View>}
    </>
  )
}
