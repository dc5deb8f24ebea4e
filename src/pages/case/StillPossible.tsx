import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CommunityCard } from '../../../domain/contract/calls'
import type { CaseView } from '../../../domain/people/caseView'
import { platform } from '../../cloud/platform'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { go } from '../../components/go'
import { criteriaPage } from '../criteria/criteriaPage'
import './StillPossible.scss'

/** The consumers' hotline: open to everybody, whatever was decided here. */
const HOTLINE = '12315'

/** A finished case is no wall: what can still be done. */
export function StillPossible({ view, community }: { view: CaseView; community: CommunityCard }): ReactNode {
  if (view.stage === 'rejected') {
    return (
      <Card title='不认可这个结果？'>
        <View className='still-possible'>
          <View>先打电话跟团长说说，东西可以当面给团长看。说好了，团长可以直接在团购小程序里退给您。</View>
          <CallLeader community={community} />
          <Button kind='quiet' label='看看公布了什么情况不退' onTap={() => go(criteriaPage(community.id))} />
          {community.appealBody === 'none' && (
            <>
              <View className='soft'>说不通的话，可以打消费者热线 {HOTLINE}，在这里处理过不影响您去投诉。</View>
              <Button label={`打 ${HOTLINE}`} onTap={() => platform.call(HOTLINE)} />
            </>
          )}
        </View>
      </Card>
    )
  }
  if (view.stage !== 'refunded' && view.stage !== 'agreedNoMoney' && view.stage !== 'withdrawn') return null
  return (
    <Card title='还能做什么'>
      <View className='still-possible'>
        {view.stage === 'refunded' && <CallLeader community={community} label='没收到钱？打电话给团长' />}
        <View>东西还有别的问题，可以再反映。</View>
        <Button label='回首页再反映' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
      </View>
    </Card>
  )
}
