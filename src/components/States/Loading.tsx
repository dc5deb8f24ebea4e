import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../spoken'
import './States.scss'

/** The shape of what is coming. */
export function Loading({ cards = 3 }: { cards?: number }): ReactNode {
  return (
    <View className='skeleton' {...spoken('text', '正在打开')}>
      {Array.from({ length: cards }, (_, i) => (
        <View className='skeleton__card' key={i}>
          <View className='skeleton__tile' />
          <View className='skeleton__lines'><View className='skeleton__line' /><View className='skeleton__line skeleton__line--short' /></View>
        </View>
      ))}
    </View>
  )
}
