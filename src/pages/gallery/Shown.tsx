import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'

/** One building block in one state, with the name of that state above it. */
export function Shown({ as, children }: PropsWithChildren<{ as: string }>): ReactNode {
  return (
    <View className='gallery__shown'>
      <View className='soft small'>{as}</View>
      {children}
    </View>
  )
}
