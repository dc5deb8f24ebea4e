import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go } from '../go'
import { Tap } from '../Tap/Tap'
import './WarningBadge.scss'

interface WarningBadgeProps {
  title: string
  warningId: string
  page?: string
  /** Not beside the product: says which one. */
  alone?: boolean
}

/** Stands at a product that must not be used, wherever it is shown; a tap says what is wrong and what to do. */
export function WarningBadge({ title, warningId, page = '/pages/warning/index', alone = false }: WarningBadgeProps): ReactNode {
  return (
    <Tap className='warning-badge' role='link' label={`${title}先别吃、先别用，点开看为什么`} onTap={() => go(`${page}?id=${warningId}`)}>
      <View className='warning-badge__words'>! {alone ? `${title}：` : ''}先别吃、先别用</View><View className='warning-badge__on'>看为什么 ›</View>
    </Tap>
  )
}
