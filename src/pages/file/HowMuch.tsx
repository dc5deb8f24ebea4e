import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DamageStep } from '../../../domain/case/claim'
import { REASONS, type Reason } from '../../../domain/case/reasons'
import { ChoiceTiles, type Choice } from '../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../components/Field/Field'
import { Stepper } from '../../components/Stepper/Stepper'
import type { Draft } from '../../outbox/filingDraft'
import './HowMuch.scss'

type Amount = Pick<Draft, 'bad' | 'damage' | 'promised' | 'actual'>

interface HowMuchProps {
  draft: Amount
  reason: Reason
  quantity: number
  onChange: (what: Partial<Amount>) => void
}

const DAMAGE: readonly Choice<DamageStep>[] = [
  { value: 30, label: '一点', picture: <View className='how-much__fruit'><View className='how-much__bad how-much__bad--little' /></View> },
  { value: 50, label: '一半', picture: <View className='how-much__fruit'><View className='how-much__bad how-much__bad--half' /></View> },
  { value: 100, label: '全坏', picture: <View className='how-much__fruit'><View className='how-much__bad how-much__bad--all' /></View> },
]

/** What is counted, and how it is said of a single one. */
const COUNTED: Partial<Record<Reason, { question: string; one: string }>> = {
  missing: { question: '少了几件', one: '没拿到' }, wrongGoods: { question: '错了几件', one: '发错了' }, takenByAnother: { question: '被拿走几件', one: '被拿走了' },
  notPickedUp: { question: '几件没提到', one: '还没提到' }, lost: { question: '丢了几件', one: '丢了' }, repair: { question: '几件要修', one: '要修' },
  orderChange: { question: '几件要改', one: '要改' }, orderMistake: { question: '下错了几件', one: '下错了' },
}

/** How many of how many, and how bad: asked the way the reason needs it. */
export function HowMuch({ draft, reason, quantity, onChange }: HowMuchProps): ReactNode {
  const { measure } = REASONS[reason]
  const question = COUNTED[reason]?.question ?? (measure === 'weight' ? '几件分量不够' : '坏了几件')
  return (
    <View className='how-much'>
      {quantity > 1 && (
        <View className='how-much__count'>
          <View>{question}<View className='how-much__of'>一共买了 {quantity} 件</View></View>
          <Stepper value={draft.bad} most={quantity} label={question} onChange={bad => onChange({ bad })} />
        </View>
      )}
      {quantity === 1 && measure === 'count' && <View>买了 1 件，{COUNTED[reason]?.one}</View>}
      {measure === 'pieces' && <ChoiceTiles columns={3} choices={DAMAGE} value={draft.damage} onChoose={damage => onChange({ damage })} />}
      {measure === 'weight' && (
        <View className='how-much__weights'>
          <View className='how-much__weight'><Field label='说好每件' unit='克' type='number' most={6} value={draft.promised} onChange={promised => onChange({ promised })} /></View>
          <View className='how-much__weight'><Field label='称出来每件' unit='克' type='number' most={6} value={draft.actual} onChange={actual => onChange({ actual })} /></View>
        </View>
      )}
      {measure === 'weight' && <View className='soft small'>1 斤是 500 克</View>}
    </View>
  )
}
