import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { MOST_COMPENSATION, MOST_FREIGHT, remedyOf, topTrouble, worthOf } from '../../../../../domain/case/remedy'
import type { CaseView } from '../../../../../domain/people/caseView'
import { previewBasis } from '../../../../../domain/people/previewBasis'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { WhoPays } from '../../../../components/WhoPays/WhoPays'
import { fenIn } from '../../../../words/fenIn'
import type { StepSheetProps } from './ForwardSheet'
import { grantWords } from './nextStep'
import './StepSheet.scss'

/** 同意，另补运费: what was asked for, with something on top, and with the goods coming back first where others come instead. */
export function SettleSheet({ open, onClose, busy, said, onSend, view, title }: StepSheetProps<'settle'> & { view: CaseView; title: string }): ReactNode {
  const [freight, setFreight] = useState('')
  const [compensation, setCompensation] = useState('')
  const [returnFirst, setReturnFirst] = useState(false)
  const remedy = view.counter ? 'refund' : remedyOf(view.wish) ?? 'refund'
  const comesBack = remedy === 'exchange' || remedy === 'repair'
  const top = { freight: amountIn(freight, MOST_FREIGHT, '运费'), compensation: amountIn(compensation, MOST_COMPENSATION, '补偿') }
  const option = { remedy, refund: view.asked, freight: top.freight.fen, compensation: top.compensation.fen, returnFirst: comesBack && returnFirst }
  const over = view.limit !== null && worthOf(option) > view.limit
  const wrong = top.freight.trouble ?? top.compensation.trouble ?? null
  const send = () => onSend({
    type: 'settle', amount: view.asked,
    ...(option.freight > 0 ? { freight: option.freight } : {}), ...(option.compensation > 0 ? { compensation: option.compensation } : {}), ...(option.returnFirst ? { returnFirst: true } : {}),
  })
  return (
    <Sheet
      open={open} title={title} onClose={onClose}
      bar={(
        <>
          <Trouble words={over ? `一共 ${yuan(worthOf(option))}，超过您能定的 ${yuan(view.limit ?? 0)}，请团长定` : said} />
          <Button kind='primary' label={top.freight.fen + top.compensation.fen > 0 ? `${grantWords(view)}，另加 ${yuan(top.freight.fen + top.compensation.fen)}` : grantWords(view)} disabled={over || wrong !== null} busy={busy} busyLabel='正在发…' onTap={send} />
        </>
      )}
    >
      <View className='step-sheet'>
        {comesBack && <ChoiceTiles columns={1} value={returnFirst ? 'back' : 'stay'} choices={[{ value: 'stay', label: '不用拿回来', hint: '直接给新的' }, { value: 'back', label: '先把东西拿回来', hint: '收到、看过了再给新的' }]} onChoose={chosen => setReturnFirst(chosen === 'back')} />}
        <Field label='另补运费（没有就空着）' value={freight} type='digit' most={9} unit='元' trouble={top.freight.trouble} onChange={setFreight} />
        <Field label='另外补偿（没有就空着）' value={compensation} type='digit' most={9} unit='元' trouble={top.compensation.trouble} onChange={setCompensation} />
        <WhoPays as='leader' basis={previewBasis(view)} option={option} />
      </View>
    </Sheet>
  )
}

function amountIn(typed: string, most: number, what: string): { fen: number; trouble: string | undefined } {
  const fen = typed.trim() === '' ? 0 : fenIn(typed)
  if (typeof fen === 'string') return { fen: 0, trouble: fen }
  return { fen, trouble: topTrouble(fen, most, what, '')?.message }
}
