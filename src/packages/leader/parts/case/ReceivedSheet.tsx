import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { PickChannel } from '../behalf/PickChannel'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { SayStep } from './sayStep'
import './StepSheet.scss'

/** The neighbour has what was sent, and said so elsewhere. */
export function ReceivedSheet({ onSend, ...sheet }: SayStep<'receiveReplacement'>): ReactNode {
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <SaySheet
      {...sheet} title='邻居说收到了？' label='他的原话（可以不写）' placeholder='比如：收到了，这盒好的' send='替他点收到' missing={() => (channel === null ? '选一下他是怎么说的' : null)}
      onSend={({ words }) => (channel === null ? Promise.resolve(false) : onSend({ type: 'receiveReplacement', words, channel }))}
    >
      <View className='step-sheet__question'>他是怎么说的</View>
      <PickChannel value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}
