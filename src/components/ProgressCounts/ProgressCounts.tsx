import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ProgressCounts as Counts } from '../../../domain/orders/progress'
import { progressWords } from '../../../domain/orders/progressWords'
import { useNow } from '../useNow'
import './ProgressCounts.scss'

/** How far it is, in numbers and in one sentence; no names. */
export function ProgressCounts({ title, counts }: { title: string; counts: Counts }): ReactNode {
  const now = useNow()
  const { reported, decided, refunded, unpaid, offered, waiting } = counts
  return (
    <View className='progress-counts'>
      <View className='progress-counts__title'>{title}</View>
      {reported > 0 && (
        <View className='progress-counts__numbers'>
          <Number value={reported} label='户反映' />
          <Number value={decided} label='户已定' />
          {refunded + unpaid > 0 && <Number value={refunded} label='户已退' />}
          {offered > 0 && <Number value={offered} label='户等邻居点头' />}
          {waiting > 0 && <Number value={waiting} label='户在处理' />}
        </View>
      )}
      <View className='soft'>{progressWords(counts, now)}</View>
    </View>
  )
}

function Number({ value, label }: { value: number; label: string }): ReactNode {
  return <View className='progress-counts__one'><View className='progress-counts__value'>{value}</View><View className='small'>{label}</View></View>
}
