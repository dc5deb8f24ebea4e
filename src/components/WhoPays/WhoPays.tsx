import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Party } from '../../../domain/case/case'
import { previewOf, type PreviewBasis } from '../../../domain/case/preview'
import type { OfferOption } from '../../../domain/case/remedy'
import { Money } from '../Money/Money'
import './WhoPays.scss'

interface WhoPaysProps {
  /** Who reads it: a supplier sees only what is its own part of it. */
  as: Extract<Party, 'leader' | 'supplier' | 'operator'>
  basis: PreviewBasis
  option: OfferOption
}

/** Before it is sent: what the household gets, who is asked for it, and what stays with the seller. */
export function WhoPays({ as, basis, option }: WhoPaysProps): ReactNode {
  const { neighbour, claimed, from, seller, goods } = previewOf(basis, option)
  const them = as === 'leader' ? '邻居' : '居民'
  const asked = from === 'carrier' ? '跟快递要' : as === 'supplier' ? '您承担' : '请供货商承担'
  const others = as === 'leader' ? '您这边承担' : '卖家承担'
  return (
    <View className='who-pays'>
      <View className='who-pays__row who-pays__row--first'><View>{them}拿到</View><Money fen={neighbour} /></View>
      {from !== 'nobody' && claimed !== null && <View className='who-pays__row'><View>{asked}</View><Money fen={claimed} /></View>}
      {claimed === null && <View className='who-pays__note'>{asked}多少按进价算，定了再告诉您。</View>}
      {as !== 'supplier' && seller !== null && <View className='who-pays__row'><View>{others}</View><Money fen={seller} /></View>}
      {goods === 'back' && <View className='who-pays__note'>东西先拿回来，验过了才{neighbour > 0 ? '退钱' : '补'}。</View>}
      {goods === 'out' && <View className='who-pays__note'>东西要另外送过去。</View>}
    </View>
  )
}
