import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../../../../components/Tap/Tap'
import { go } from '../../../../components/go'
import { untoldPage } from '../untold/untoldPage'
import './AlikeCard.scss'

/** 3 件还没告诉到邻居 → 去告诉: telling them is the leader's own promise, also of what needs no decision any more. */
export function UntoldCount({ communityId, cases }: { communityId: string; cases: number }): ReactNode {
  if (cases === 0) return null
  return (
    <Tap className='alike' label={`${cases} 件还没告诉到邻居，去告诉`} onTap={() => go(untoldPage(communityId))}>
      <View className='alike__words'>
        <View className='alike__title'>{cases} 件还没告诉到邻居</View>
        <View className='soft'>发张卡片，或者当面说一声</View>
      </View>
      <View className='alike__go'>去告诉 ›</View>
    </Tap>
  )
}
