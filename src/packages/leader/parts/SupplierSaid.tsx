import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { CaseCard } from '../../../../domain/people/caseView'
import { basisWords } from '../../../words/basisWords'
import './SupplierSaid.scss'

/** On a card: whether the supplier bears it. Nothing where nothing was claimed. */
export function SupplierSaid({ recovery }: { recovery: CaseCard['recovery'] }): ReactNode {
  switch (recovery?.state) {
    case 'claimed': return <View className='supplier-said'>等供货商认 {yuan(recovery.amount)}（{basisWords(recovery.basis)}）</View>
    case 'admitted': return <View className='supplier-said supplier-said--yes'>✓ 供货商认了 {yuan(recovery.amount)}（{basisWords(recovery.basis)}）</View>
    case 'disputed': return <View className='supplier-said supplier-said--no'>! 供货商没认 {yuan(recovery.amount)}（{basisWords(recovery.basis)}）</View>
    default: return null
  }
}
