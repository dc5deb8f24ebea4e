import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { DISPUTES, DISPUTE_CODES, type DisputeReason } from '../../../../../domain/case/reasons'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { PickOne } from '../../../../components/PickOne/PickOne'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import type { SayStep } from './sayStep'

/** What a carrier says against a claim; prices and cold storage are between seller and supplier. */
const REASONS = DISPUTE_CODES.filter(code => !(['costNotRetail', 'keptWarm'] satisfies DisputeReason[] as readonly DisputeReason[]).includes(code))

/** 快递回话了: whoever talked to the carrier puts down what it said. */
export function CarrierSheet({ owner, onSend, amount, ...sheet }: SayStep<'admitRecovery' | 'disputeRecovery'> & { amount: number }): ReactNode {
  const [yes, setYes] = useState<boolean | null>(null)
  const [reason, setReason] = useState<DisputeReason | null>(null)
  return (
    <SaySheet
      {...sheet} title={`快递认 ${yuan(amount)} 吗？`} owner={`${owner}:carrier`} label='快递怎么说的' placeholder='比如：客服 95338 说三天内赔' camera='理赔单、聊天截图' send={yes === false ? '记下来，没认' : '记下来，认了'}
      missing={({ words }) => (yes === null ? '先选认了没有' : !yes && reason === null ? '先选一个原因' : words === '' ? '写一句快递怎么说的' : null)}
      onSend={({ words, photos }) => (yes === null || (!yes && reason === null) ? Promise.resolve(false) : onSend(yes || reason === null ? { type: 'admitRecovery', words } : { type: 'disputeRecovery', reason, words, photos }))}
    >
      <View>快递不在这里，您跟他们说了，替他们记下来。</View>
      <ChoiceTiles value={yes === null ? '' : yes ? 'yes' : 'no'} choices={[{ value: 'yes', label: '认了' }, { value: 'no', label: '没认' }]} onChoose={chosen => setYes(chosen === 'yes')} />
      {yes === false && <PickOne what='原因' value={reason} choices={REASONS.map(value => ({ value, label: DISPUTES[value] }))} onChoose={setReason} />}
    </SaySheet>
  )
}
