import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../spoken'
import './Progress.scss'

/** How far long work is: words, and a bar that fills. */
export function Progress({ done, of, says }: { done: number; of: number; says: string }): ReactNode {
  return (
    <View className='progress' {...spoken('text', says)}>
      <View className='progress__words'>{says}</View>
      <View className='progress__track'><View className='progress__fill' style={{ width: `${of === 0 ? 0 : Math.round((100 * done) / of)}%` }} /></View>
    </View>
  )
}
