import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { PickChannel } from '../behalf/PickChannel'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { SayStep } from './sayStep'
import './StepSheet.scss'

/** The neighbour sent it in the chat: the leader puts it in, with the way it came. */
export function AddForNeighbour({ onSend, ...sheet }: SayStep<'addEvidence'>): ReactNode {
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <SaySheet
      {...sheet} title='替邻居补上' label='邻居的原话（有照片可以不写）' placeholder='比如：底下还有三颗是烂的' camera='邻居发来的照片' send='补上'
      missing={({ words, photos }) => (words === '' && photos.length === 0 ? '放一张照片，或者写上他的话' : channel === null ? '选一下他是怎么发来的' : null)}
      onSend={({ words, photos }) => (channel === null ? Promise.resolve(false) : onSend({ type: 'addEvidence', photos, voices: [], words, channel }))}
    >
      <View className='step-sheet__question'>他是怎么发来的</View>
      <PickChannel value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}
