import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { BundleAnswer } from '../../../../domain/contract/calls'
import { CaseCard } from '../../../components/CaseCard/CaseCard'
import { Tap } from '../../../components/Tap/Tap'
import { AtStake } from './AtStake'
import './BundleProduct.scss'

/** Shown at first: a phone draws hundreds of cards slowly. */
const FIRST = 15

interface BundleProductProps {
  product: BundleAnswer['products'][number]
  bundle: Pick<BundleAnswer, 'cases' | 'photoLinks'>
  onCase: (caseId: string) => void
}

/** The cases of one product: how many, what they come to, then each. */
export function BundleProduct({ product: { title, spec, sum, caseIds }, bundle, onCase }: BundleProductProps): ReactNode {
  const [all, setAll] = useState(false)
  const own = bundle.cases.filter(c => caseIds.includes(c.card.id))
  // What waits for an answer first.
  const sorted = [...own].sort((a, b) => Number(b.item.state === 'claimed') - Number(a.item.state === 'claimed'))
  return (
    <View className='bundle-product'>
      <View>
        <View className='bundle-product__title'>{title}</View>
        {spec !== '' && <View className='soft'>{spec}</View>}
        <AtStake cases={sum.all.cases} claimed={{ cases: sum.claimed.cases + sum.admitted.cases + sum.disputed.cases, fen: sum.all.fen }} undecided={sum.undecided} />
      </View>
      {sorted.slice(0, all ? sorted.length : FIRST).map(({ card, number, item }) => (
        <CaseCard key={card.id} card={card} photo={card.photo === null ? undefined : bundle.photoLinks[card.photo]} onTap={() => onCase(card.id)}>
          <View className='bundle-product__number'>{number}{item.repaid && ' · 团长已经先退给居民'}</View>
        </CaseCard>
      ))}
      {!all && sorted.length > FIRST && <Tap className='bundle-product__more' label={`看后面 ${sorted.length - FIRST} 笔`} onTap={() => setAll(true)}>看后面 {sorted.length - FIRST} 笔 ▾</Tap>}
    </View>
  )
}
