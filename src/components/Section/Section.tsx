import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './Section.scss'

/** A heading and what belongs under it. `aside` stands at its right. */
export function Section({ title, aside, children }: PropsWithChildren<{ title: string; aside?: ReactNode }>): ReactNode {
  return (
    <View className='section'>
      <View className='section__head'><View className='section__title'>{title}</View>{aside}</View>
      {children}
    </View>
  )
}
