import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { NETWORK, type CallFailed } from '../../cloud/callFailed'
import { Button } from '../Button/Button'
import { CallKnownLeaders } from '../CallLeader/CallKnownLeaders'
import './States.scss'

/** It could not be opened: what happened, that nothing was lost, what to tap, whom to call. What cannot succeed by itself leads home. */
export function Failed({ trouble, onAgain }: { trouble: CallFailed; onAgain: () => void }): ReactNode {
  const network = trouble.code === NETWORK
  return (
    <View className='state'>
      <View className='state__title'>{network ? '网络不太好，没打开' : trouble.message}</View>
      {trouble.again && <View className='state__hint'>{network ? '什么都没丢，等信号好一点再点一下。' : '什么都没丢。'}</View>}
      <View className='state__next'>
        {!trouble.again && <Button kind='primary' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />}
        <Button kind={trouble.again ? 'primary' : 'quiet'} label='再试一次' onTap={onAgain} />
        <CallKnownLeaders />
      </View>
    </View>
  )
}
