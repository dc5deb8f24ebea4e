import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { Untold } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { CopyButton } from '../../../../components/CopyButton/CopyButton'
import { useNow } from '../../../../components/useNow'
import { stageWords } from '../../../../words/stageWords'
import { householdWords } from '../behalf/householdWords'
import { tellingWords } from './tellingWords'

import './UntoldCard.scss'

/** A neighbour who does not know yet, what there is to say, and the ways to say it. */
export function UntoldCard({ untold, onShare, onTold }: { untold: Untold; onShare: () => void; onTold: () => void }): ReactNode {
  const now = useNow()
  const who = householdWords(untold)
  const { says, calm } = untold.telling ? tellingWords(untold.telling, now) : { says: '! 这家还没人来过小程序，消息没地方送', calm: false }
  return (
    <Card>
      <View className='untold'>
        <View className='untold__who'>{who}</View>
        <View>{untold.title} · {stageWords(untold, 'leader')}{untold.amount > 0 && ` ${yuan(untold.amount)}`}</View>
        <View className={calm ? 'soft' : 'amber'}>{says}</View>
        <View className='soft small'>{spoken(untold.since, now)}起该知道了</View>
        {/* Whole numbers are not kept: the other app has them, found by what stands here. */}
        {untold.phoneLast4 !== '' && <View className='soft small'>手机尾号 {untold.phoneLast4}，打电话请到接龙或团购里按 {untold.joinNumber} 号找</View>}
        <View className='untold__ways'>
          <Button kind='primary' label='微信转发给他' spokenLabel={`把卡片转发给${who}`} onTap={onShare} />
          <Button label='已经告诉了' spokenLabel={`已经告诉${who}了`} onTap={onTold} />
        </View>
        {untold.joinNumber !== '' && <CopyButton kind='quiet' label={`复制 ${untold.joinNumber} 号`} words={untold.joinNumber} spokenLabel='复制跟团号' />}
      </View>
    </Card>
  )
}
