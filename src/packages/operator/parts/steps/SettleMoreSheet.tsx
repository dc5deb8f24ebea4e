import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { MOST_COMPENSATION, MOST_FREIGHT, remedyOf, topTrouble, worthOf } from '../../../../../domain/case/remedy'
import { previewBasis } from '../../../../../domain/people/previewBasis'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { WhoPays } from '../../../../components/WhoPays/WhoPays'
import { fenIn } from '../../../../words/fenIn'
import { grantWords } from '../deskSteps'
import type { StepSheet } from './stepSheet'
import './step.scss'

/** 同意, with something on top, and with the goods coming back first where others come instead. */
export function SettleMoreSheet({ view, busy, said, onClose, onSend }: StepSheet): ReactNode {
  const [typed, setTyped] = useState({ freight: '', compensation: '' })
  const [returnFirst, setReturnFirst] = useState(false)
  const remedy = view.counter ? 'refund' : remedyOf(view.wish) ?? 'refund'
  const comesBack = remedy === 'exchange' || remedy === 'repair'
  const freight = onTop(typed.freight, MOST_FREIGHT, '运费')
  const compensation = onTop(typed.compensation, MOST_COMPENSATION, '补偿')
  const option = { remedy, refund: view.asked, freight: freight.fen, compensation: compensation.fen, returnFirst: comesBack && returnFirst }
  const over = view.limit !== null && worthOf(option) > view.limit
  const more = freight.fen + compensation.fen
  const send = () => onSend({ type: 'settle', amount: view.asked, freight: freight.fen, compensation: compensation.fen, returnFirst: option.returnFirst })
  return (
    <Sheet
      open title='同意，另补运费、补偿' onClose={onClose}
      bar={(
        <>
          <Trouble words={over ? `一共 ${yuan(worthOf(option))}，超过您能定的 ${yuan(view.limit ?? 0)}，请有更高额度的同事定` : said} />
          <Button kind='primary' label={more > 0 ? `${grantWords(view)}，另加 ${yuan(more)}` : grantWords(view)} disabled={over || freight.trouble !== undefined || compensation.trouble !== undefined} busy={busy} busyLabel='正在发…' onTap={() => void send()} />
        </>
      )}
    >
      <View className='desk-step'>
        {comesBack && <ChoiceTiles columns={1} value={returnFirst ? 'back' : 'stay'} choices={[{ value: 'stay', label: '不用拿回来', hint: '直接给新的' }, { value: 'back', label: '先把东西拿回来', hint: '收到、看过了再给新的' }]} onChoose={chosen => setReturnFirst(chosen === 'back')} />}
        <Field label='另补运费（没有就空着）' value={typed.freight} type='digit' most={9} unit='元' trouble={freight.trouble} onChange={text => setTyped({ ...typed, freight: text })} />
        <Field label='另外补偿（没有就空着）' value={typed.compensation} type='digit' most={9} unit='元' trouble={compensation.trouble} onChange={text => setTyped({ ...typed, compensation: text })} />
        <WhoPays as='operator' basis={previewBasis(view)} option={option} />
      </View>
    </Sheet>
  )
}

function onTop(typed: string, most: number, what: string): { fen: number; trouble: string | undefined } {
  const fen = typed.trim() === '' ? 0 : fenIn(typed)
  return typeof fen === 'string' ? { fen: 0, trouble: fen } : { fen, trouble: topTrouble(fen, most, what, '')?.message }
}
