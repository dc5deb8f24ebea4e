import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../spoken'

/** That something just tapped was done, where nothing else on the page says so. */
export function Done({ words }: { words: string }): ReactNode {
  return <View className='green' {...spoken('status', words)}>✓ {words}</View>
}
