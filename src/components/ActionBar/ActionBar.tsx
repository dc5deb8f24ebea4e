import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './ActionBar.scss'

/** What the thumb does next, always at the bottom: give it to Page as `bar`. `row`: side by side. */
export function ActionBar({ row = false, children }: PropsWithChildren<{ row?: boolean }>): ReactNode {
  return <View className='action-bar'><View className={`action-bar__inner${row ? ' action-bar__inner--row' : ''}`}>{children}</View></View>
}
