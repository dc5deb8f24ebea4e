import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { BundleSum, Tally } from '../../../domain/case/bundle'
import { Money } from '../Money/Money'
import './BundleSums.scss'

/** What leader and supplier settle with each other: the whole first, then what it is made of. The same numbers for both, each in their words. */
export function BundleSums({ sum, as }: { sum: BundleSum; as: 'leader' | 'supplier' }): ReactNode {
  const mine = as === 'supplier'
  return (
    <View className='bundle-sums'>
      <View className='bundle-sums__whole'>
        <View>{mine ? '要您承担' : '要供货商承担'}</View>
        <Money fen={sum.all.fen} size='huge' />
      </View>
      <Row label={mine ? '等您回话' : '等他回话'} tally={sum.claimed} tone='amber' />
      <Row label={mine ? '✓ 您认了' : '✓ 他认了'} tally={sum.admitted} tone='green' />
      <Row label={mine ? '! 您没认' : '! 他没认'} tally={sum.disputed} tone='red' />
      <Row label={mine ? '团长还没定，可能要您承担' : '您还没定，可能要他承担'} tally={sum.undecided} />
      {sum.repaid.cases > 0 && <View className='bundle-sums__repaid'>{mine ? '团长' : '您'}已经先退给居民 {sum.repaid.cases} 笔</View>}
    </View>
  )
}

function Row({ label, tally, tone }: { label: string; tally: Tally; tone?: 'amber' | 'green' | 'red' }): ReactNode {
  if (tally.cases === 0) return null
  return (
    <View className='bundle-sums__row'>
      <View className={`bundle-sums__label${tone ? ` bundle-sums__label--${tone}` : ''}`}>{label}</View>
      <View className='soft'>{tally.cases} 笔</View>
      <Money fen={tally.fen} />
    </View>
  )
}
