import { ScrollView, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { spoken } from '../spoken'
import { Tap } from '../Tap/Tap'
import './Sheet.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  /** Buttons that stay in sight below what scrolls. */
  bar?: ReactNode
}

/** A question that comes up from below and covers the page until it is answered or closed. */
export function Sheet({ open, title, onClose, bar, children }: PropsWithChildren<SheetProps>): ReactNode {
  if (!open) return null
  return (
    <View className='sheet' catchMove>
      <View className='sheet__veil' onClick={onClose} />
      <View className='sheet__body' {...spoken('dialog', title)}>
        <View className='sheet__head'>
          <View className='sheet__title'>{title}</View>
          <Tap className='sheet__close' label='关上' onTap={onClose}>✕</Tap>
        </View>
        <ScrollView className='sheet__scroll' scrollY>{children}</ScrollView>
        {bar !== undefined && <View className='sheet__bar'>{bar}</View>}
      </View>
    </View>
  )
}
