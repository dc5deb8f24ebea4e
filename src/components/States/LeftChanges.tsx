import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../spoken'

/** That what stands here was changed on an earlier visit and is not saved yet. */
export function LeftChanges(): ReactNode {
  return <View {...spoken('status', '上次改的还没存')}>上次改的还没存。</View>
}
