import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CHANNELS, CHANNEL_CODES, type PaymentChannel } from '../../../../../domain/case/reasons'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { SayStep } from './sayStep'

/** 在退了: it was asked for in another app, and is not there yet. */
export function StartRefundSheet({ onSend, ...sheet }: SayStep<'startRefund'>): ReactNode {
  const [channel, setChannel] = useSheetDraft<PaymentChannel>('channel', 'otherApp')
  return (
    <SaySheet {...sheet} title='在退了，还没到？' label='跟邻居说一句（可以不写）' placeholder='比如：要审核，明天到' send='告诉邻居，在退了' onSend={({ words }) => onSend({ type: 'startRefund', channel, words })}>
      <View>邻居会看到钱在路上。到了再回来点「我已退款」；没退成，点「没退成」。</View>
      <ChoiceTiles columns={1} value={channel} choices={CHANNEL_CODES.map(value => ({ value, label: CHANNELS[value] }))} onChoose={setChannel} />
    </SaySheet>
  )
}
