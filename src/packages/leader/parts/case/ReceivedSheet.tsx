import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { saidMissing, type IntakeChannel } from '../../../../../domain/case/onBehalf'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { PickChannel } from '../behalf/PickChannel'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { SayStep } from './sayStep'
import './StepSheet.scss'

/** The neighbour has what was sent, and said so elsewhere. */
export function ReceivedSheet({ bound, onSend, ...sheet }: SayStep<'receiveReplacement'> & { bound: boolean }): ReactNode {
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <SaySheet
      {...sheet} title='邻居说收到了？' label='他的原话（有截图可以不写）' camera='聊天截图' placeholder='比如：收到了，这盒好的' send='替他点收到' missing={({ words, photos }) => saidMissing(bound, channel, words, photos)}
      onSend={({ words, photos }) => (channel === null ? Promise.resolve(false) : onSend({ type: 'receiveReplacement', words, channel, photos }))}
    >
      <View className='step-sheet__question'>他是怎么说的</View>
      <PickChannel value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}
