import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../Tap/Tap'
import './Stale.scss'

/** What is shown is from earlier: the newest did not come. */
export function Stale({ onAgain }: { onAgain: () => void }): ReactNode {
  return (
    <View className='stale'>
      <View>! 没连上，这是之前的内容</View>
      <Tap className='stale__again' label='再连一次' onTap={onAgain}>再连一次</Tap>
    </View>
  )
}
