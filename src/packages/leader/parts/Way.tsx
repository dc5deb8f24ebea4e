import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../../../components/Tap/Tap'
import './Way.scss'

/** A way to another page. */
export function Way({ label, onTap }: { label: string; onTap: () => void }): ReactNode {
  return <Tap className='way' role='link' label={label} onTap={onTap}><View>{label}</View><View className='way__on'>›</View></Tap>
}
