import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { worthOf } from '../../../domain/case/remedy'
import './MoneyLines.scss'

/** Fen. */
interface MoneyLinesProps {
  refund: number
  freight?: number | undefined
  compensation?: number | undefined
}

/** What somebody gets, each part apart, and the sum where there is more than one. Nothing where there is no money. */
export function MoneyLines({ refund, freight = 0, compensation = 0 }: MoneyLinesProps): ReactNode {
  const parts = [{ label: '退的钱', fen: refund }, { label: '运费', fen: freight }, { label: '补偿', fen: compensation }].filter(p => p.fen > 0)
  if (parts.length === 0) return null
  const lines = parts.length > 1 ? [...parts, { label: '一共', fen: worthOf({ refund, freight, compensation }) }] : parts
  return (
    <View className='money-lines'>
      {lines.map(({ label, fen }, i) => (
        <View key={label} className={`money-lines__line${parts.length > 1 && i === lines.length - 1 ? ' money-lines__line--sum' : ''}`}>
          <View>{label}</View>
          <View className='money-lines__fen'>{yuan(fen)}</View>
        </View>
      ))}
    </View>
  )
}
