import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { before } from '../../../../domain/clock/shanghai'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { useNow } from '../../../components/useNow'
import type { CaseSheetProps } from './caseSheet'

/** 找人再看看: why, and what shows it. */
export function AppealSheet({ view, act, ...sheet }: CaseSheetProps): ReactNode {
  const now = useNow()
  return (
    <SaySheet
      {...sheet} title='找人再看看' label='为什么想再看看' placeholder='比如：当天就拍了照片，不是放坏的' camera='有新的照片就放上，没有也可以' send='请人再看看'
      missing={({ words }) => (words === '' ? '先写一句为什么' : null)} onSend={({ words, photos }) => act({ type: 'appeal', grounds: words, photos })}
    >
      <View>会请平台里没定过这件事的人来看。{view.appealUntil !== null && `${before(view.appealUntil, now)}都可以，`}只能请一次。</View>
    </SaySheet>
  )
}
