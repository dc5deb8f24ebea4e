import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './States.scss'

/** Nothing here, and what to do next: children are the way on. */
export function Empty({ title, hint, children }: PropsWithChildren<{ title: string; hint?: string }>): ReactNode {
  return (
    <View className='state'>
      <View className='state__title'>{title}</View>
      {hint !== undefined && <View className='state__hint'>{hint}</View>}
      {children !== undefined && <View className='state__next'>{children}</View>}
    </View>
  )
}
