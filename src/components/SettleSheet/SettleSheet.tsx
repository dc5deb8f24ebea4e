import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { MOST_COMPENSATION, MOST_FREIGHT, remedyOf, topTrouble, worthOf } from '../../../domain/case/remedy'
import { previewBasis } from '../../../domain/people/previewBasis'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { fenIn } from '../../words/fenIn'
import { grantWords } from '../../words/grantWords'
import { returnFirstChoices } from '../../words/returnFirst'
import { Button } from '../Button/Button'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { Field } from '../Field/Field'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import { decidedWith } from '../../../domain/case/limit'
import { goodsIn } from './isOverLimit'
import { WhoPays } from '../WhoPays/WhoPays'
import type { StepSheet } from '../stepSheet'
import './SettleSheet.scss'

/** 同意，另补运费: what was asked for, with something on top, and with the goods coming back first where others come instead. */
export function SettleSheet({ as, view, title, busy, said, onClose, onSend }: StepSheet<'settle'> & { title: string }): ReactNode {
  const [freight, setFreight] = useSheetDraft('freight', '')
  const [compensation, setCompensation] = useSheetDraft('compensation', '')
  const [returnFirst, setReturnFirst] = useSheetDraft('returnFirst', false)
  const remedy = view.counter ? 'refund' : remedyOf(view.wish) ?? 'refund'
  const comesBack = remedy === 'exchange' || remedy === 'repair'
  const top = { freight: amountIn(freight, MOST_FREIGHT, '运费'), compensation: amountIn(compensation, MOST_COMPENSATION, '补偿') }
  const more = top.freight.fen + top.compensation.fen
  const option = { remedy, refund: view.asked, freight: top.freight.fen, compensation: top.compensation.fen, returnFirst: comesBack && returnFirst }
  const goods = goodsIn(view)
  const whole = goods ? decidedWith(goods, option) : worthOf(option)
  const over = view.limit !== null && whole > view.limit
  const wrong = top.freight.trouble ?? top.compensation.trouble ?? null
  const send = () => onSend({
    type: 'settle', amount: view.asked,
    ...(option.freight > 0 ? { freight: option.freight } : {}), ...(option.compensation > 0 ? { compensation: option.compensation } : {}), ...(option.returnFirst ? { returnFirst: true } : {}),
  }).then(taken => { if (taken) onClose() })
  return (
    <Sheet
      open title={title} onClose={onClose}
      bar={(
        <>
          <Trouble words={over ? `一共 ${yuan(whole)}，超过您能定的 ${yuan(view.limit ?? 0)}，请${as === 'leader' ? '团长' : '有更高额度的同事'}定` : said} />
          <Button kind='primary' label={more > 0 ? `${grantWords(view)}，另加 ${yuan(more)}` : grantWords(view)} disabled={over || wrong !== null} busy={busy} busyLabel='正在发…' onTap={() => void send()} />
        </>
      )}
    >
      <View className='settle-sheet'>
        {comesBack && <ChoiceTiles columns={1} value={returnFirst ? 'back' : 'stay'} choices={returnFirstChoices(remedy)} onChoose={chosen => setReturnFirst(chosen === 'back')} />}
        <Field label='另补运费（没有就空着）' value={freight} type='digit' most={9} unit='元' trouble={top.freight.trouble} onChange={setFreight} />
        <Field label='另外补偿（没有就空着）' value={compensation} type='digit' most={9} unit='元' trouble={top.compensation.trouble} onChange={setCompensation} />
        <WhoPays as={as} basis={previewBasis(view)} option={option} />
      </View>
    </Sheet>
  )
}

function amountIn(typed: string, most: number, what: string): { fen: number; trouble: string | undefined } {
  const fen = typed.trim() === '' ? 0 : fenIn(typed)
  if (typeof fen === 'string') return { fen: 0, trouble: fen }
  return { fen, trouble: topTrouble(fen, most, what, '')?.message }
}
