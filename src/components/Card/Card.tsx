import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './Card.scss'

/** A white card. `title` stands above its content; `tone` is the ground's colour, never the only sign. */
export function Card({ title, tone, children }: PropsWithChildren<{ title?: string; tone?: 'green' | 'amber' | 'red' }>): ReactNode {
  return (
    <View className={`card${tone ? ` card--${tone}` : ''}`}>
      {title !== undefined && <View className='card__title'>{title}</View>}
      {children}
    </View>
  )
}
