import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { DISPUTES, DISPUTE_CODES, type DisputeReason } from '../../../domain/case/reasons'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { PickOne } from '../PickOne/PickOne'
import { SaySheet } from '../SaySheet/SaySheet'
import type { StepSheet } from '../stepSheet'

/** What a carrier says against a claim; prices and cold storage are between seller and supplier. */
const REASONS = DISPUTE_CODES.filter(code => code !== 'costNotRetail' && code !== 'keptWarm')

/** 快递回话了: a carrier does not come here, so whoever talked to it puts down what it said. */
export function CarrierSheet({ view, onSend, busy, said, onClose }: Omit<StepSheet<'admitRecovery' | 'disputeRecovery'>, 'as'>): ReactNode {
  const [yes, setYes] = useSheetDraft<boolean | null>('yes', null)
  const [reason, setReason] = useSheetDraft<DisputeReason | null>('reason', null)
  return (
    <SaySheet
      busy={busy} said={said} onClose={onClose} title={`快递认 ${yuan(view.recovery?.amount ?? 0)} 吗？`} label='快递怎么说的' placeholder='比如：客服说三天内赔' {...(yes === false ? { camera: '理赔单、聊天截图' } : {})} send={yes === false ? '记下来，没认' : '记下来，认了'}
      missing={({ words }) => (yes === null ? '先选认了没有' : !yes && reason === null ? '先选一个原因' : words === '' ? '写一句快递怎么说的' : null)}
      onSend={({ words, photos }) => {
        if (yes) return onSend({ type: 'admitRecovery', words })
        return reason === null ? Promise.resolve(false) : onSend({ type: 'disputeRecovery', reason, words, photos })
      }}
    >
      <View>快递不在这里，您跟他们说了，替他们记下来。</View>
      <ChoiceTiles value={yes === null ? '' : yes ? 'yes' : 'no'} choices={[{ value: 'yes', label: '认了' }, { value: 'no', label: '没认' }]} onChoose={chosen => setYes(chosen === 'yes')} />
      {yes === false && <PickOne what='原因' value={reason} choices={REASONS.map(value => ({ value, label: DISPUTES[value] }))} onChoose={setReason} />}
    </SaySheet>
  )
}
