import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ReachCounts as Counts } from '../../../domain/hazard/reach'
import './ReachCounts.scss'

/** How many households know of a warning: in words, and as parts of one bar. */
export function ReachCounts({ counts: { households, reached, sent, notReached } }: { counts: Counts }): ReactNode {
  const parts = [
    { name: 'reached', label: '知道了', count: reached, sign: '✓' },
    { name: 'sent', label: '微信收到，还没打开', count: sent, sign: '…' },
    { name: 'not', label: '还没通知到', count: notReached, sign: '!' },
  ]
  return (
    <View className='reach'>
      <View className='reach__all'>{households === 0 ? '没有住户买过这一样' : `一共 ${households} 户买过`}</View>
      <View className='reach__bar'>{parts.filter(p => p.count > 0).map(p => <View key={p.name} className={`reach__part reach__part--${p.name}`} style={{ flexGrow: p.count }} />)}</View>
      {parts.map(p => (
        <View key={p.name} className={`reach__line reach__line--${p.name}`}><View>{p.sign} {p.label}</View><View className='reach__count'>{p.count} 户</View></View>
      ))}
    </View>
  )
}
