import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { ToRefund } from '../../../../../domain/contract/calls'
import { Tap } from '../../../../components/Tap/Tap'
import './AlikeCard.scss'

/** 20 笔等您退款 → 去退款表: what is decided and only has to be paid, in one sitting. */
export function RefundsCard({ refunds: { groupBuyTitle, cases, fen }, onTap }: { refunds: ToRefund; onTap: () => void }): ReactNode {
  return (
    <Tap className='alike' label={`${groupBuyTitle}，${cases} 笔等您退款，一共 ${yuan(fen)}，去退款表`} onTap={onTap}>
      <View className='alike__words'>
        <View className='alike__title'>{cases} 笔等您退款 · {yuan(fen)}</View>
        <View className='soft'>{groupBuyTitle}</View>
      </View>
      <View className='alike__go'>去退款表 ›</View>
    </Tap>
  )
}
