import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Tap } from '../../../../components/Tap/Tap'
import './LongList.scss'

/** Shown before anybody asks for more: a phone draws a thousand rows slowly. */
const FIRST = 8

export interface ListRow {
  /** What it is: 第 12 行, a product. */
  what: string
  /** About it. */
  about: string
}

/** Rows of which the first few are shown until all are asked for. Nothing is left out in silence. `stacked`: where `what` is long. */
export function LongList({ rows, stacked = false }: { rows: readonly ListRow[]; stacked?: boolean }): ReactNode {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, FIRST)
  return (
    <View className={`long-list${stacked ? ' long-list--stacked' : ''}`}>
      {shown.map((row, i) => (
        <View className='long-list__row' key={i}>
          <View className='long-list__what'>{row.what}</View>
          {row.about !== '' && <View className='long-list__about'>{row.about}</View>}
        </View>
      ))}
      {rows.length > shown.length && <Tap className='long-list__more' label={`看全部 ${rows.length} 条`} onTap={() => setAll(true)}>看全部 {rows.length} 条 ▾</Tap>}
    </View>
  )
}
