import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { ToRefund } from '../../../../../domain/contract/calls'
import { AlsoDue, Deadline, deadlineWords } from '../../../../components/Deadline/Deadline'
import { Tap } from '../../../../components/Tap/Tap'
import { useNow } from '../../../../components/useNow'
import { promisedWords } from '../../../../words/promiseWords'
import './AlikeCard.scss'

/** Of those that are due one after the other. */
const FIRST = '最早一笔请在'

/** 20 笔等您退款 → 去退款表: what is decided and only has to be paid, in one sitting. */
export function RefundsCard({ refunds: { groupBuyTitle, cases, fen, dueAt, sooner }, onTap }: { refunds: ToRefund; onTap: () => void }): ReactNode {
  const now = useNow()
  const when = dueAt === null ? '' : `，${deadlineWords(dueAt, now, FIRST, true)}`
  return (
    <Tap className='alike' label={`${groupBuyTitle}，${cases} 笔等您退款，一共 ${yuan(fen)}${when}，去退款表`} onTap={onTap}>
      <View className='alike__words'>
        <View className='alike__title'>{cases} 笔等您退款 · {yuan(fen)}</View>
        <View className='soft'>{groupBuyTitle}</View>
        {sooner && <AlsoDue dueAt={sooner.dueAt} what={promisedWords(sooner, 'leader')} />}
        {dueAt !== null && <Deadline left due={{ dueAt }} who={FIRST} />}
      </View>
      <View className='alike__go'>去退款表 ›</View>
    </Tap>
  )
}
