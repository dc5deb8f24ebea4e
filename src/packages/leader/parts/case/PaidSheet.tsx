import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { CHANNELS, CHANNEL_CODES, type PaymentChannel } from '../../../../../domain/case/reasons'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { PhotoPicker } from '../../../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../../../components/PhotoPicker/usePhotos'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useSheetDraft, useSheetOwner } from '../../../../outbox/sheetDraft'
import type { StepSheetProps } from './ForwardSheet'
import './StepSheet.scss'

/** A screenshot or two prove a refund. */
const MOST_PROOFS = 3

/** 我已退款: where it was paid, how to find it again, and proof where there is some. `many`: of several households at once, who do not see each other's. */
export function PaidSheet({ open, onClose, busy, said, onSend, amount, many = false }: StepSheetProps<'payRefund'> & { amount: number; many?: boolean }): ReactNode {
  const [channel, setChannel] = useSheetDraft<PaymentChannel>('channel', 'otherApp')
  const [reference, setReference] = useSheetDraft('words', '')
  const proof = usePhotos(useSheetOwner())
  const waiting = proof.sending > 0
  const send = () => onSend({ type: 'payRefund', channel, reference: reference.trim(), photos: proof.ids })
  return (
    <Sheet
      open={open} title={`${yuan(amount)} 退好了？`} onClose={onClose}
      bar={(
        <>
          <Trouble words={proof.failed > 0 ? '有照片没传上去，点照片上的「再传」，或者去掉它' : said} />
          <Button kind='primary' label={waiting ? '等照片传完…' : `退好了，告诉邻居 ${yuan(amount)}`} disabled={waiting || proof.failed > 0} busy={busy} busyLabel='正在记…' onTap={send} />
        </>
      )}
    >
      <View className='step-sheet'>
        <View>
          <View className='step-sheet__question'>在哪里退的</View>
          <ChoiceTiles columns={1} value={channel} choices={CHANNEL_CODES.map(value => ({ value, label: CHANNELS[value] }))} onChoose={setChannel} />
        </View>
        <Field label='备注（可以不写）' value={reference} most={60} placeholder='比如退款单号' hint={many ? '只有您看得到' : '邻居能看到'} onChange={setReference} />
        <View>
          <View className='step-sheet__question'>退款截图（可以不传）</View>
          <PhotoPicker of={proof} most={MOST_PROOFS} hint={many ? '好几户的在一张上，所以只有您看得到' : '邻居说没收到时，这张截图最管用'} />
        </View>
      </View>
    </Sheet>
  )
}
