import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { goOnlyTo } from '../../components/go'

/** Too many wrong tries: what remains for today is the leader. */
export function Locked({ groupBuy }: { groupBuy: { leaderName: string; leaderPhone: string } }): ReactNode {
  return (
    <Card title='今天先试到这里' tone='amber'>
      <View className='bind__explain'>今天试的次数太多了，明天可以再试。着急就打电话给团长，问一声您的跟团号和下单留的手机号；东西有问题，电话里也能直接说。</View>
      <View className='bind__ways'>
        <CallLeader community={groupBuy} kind='primary' />
        <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
      </View>
    </Card>
  )
}
