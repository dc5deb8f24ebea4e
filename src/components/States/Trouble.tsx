import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../spoken'
import './States.scss'

/** What went wrong with something just tapped, beside where it was tapped. */
export function Trouble({ words }: { words: string | null | undefined }): ReactNode {
  if (!words) return null
  return <View className='trouble' {...spoken('alert', words)}>! {words}</View>
}
