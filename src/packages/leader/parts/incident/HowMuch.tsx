import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { isAmount, isCapped, type JointStep } from '../../../../../domain/case/together'
import type { IncidentMember } from '../../../../../domain/contract/calls'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { Section } from '../../../../components/Section/Section'
import { Words } from '../../../../components/Words/Words'
import { fenIn } from '../../../../words/fenIn'
import { comesTo, sumOf } from './jointWords'
import './HowMuch.scss'

type Kind = 'asAsked' | 'all' | 'half' | 'perPiece'

interface HowMuchProps {
  step: JointStep
  members: readonly IncidentMember[]
  phrases: readonly string[]
  onChange: (step: JointStep) => void
}

/** One answer for all of them, and what it comes to before it is given. */
export function HowMuch({ step, members, phrases, onChange }: HowMuchProps): ReactNode {
  const [typed, setTyped] = useState(step.type === 'perPiece' ? (step.amount / 100).toFixed(2) : '')
  const words = step.type === 'share' || step.type === 'perPiece' ? step.words : ''
  const amount = typed.trim() === '' ? 0 : fenIn(typed)
  const trouble = typeof amount === 'string' ? amount : typed.trim() !== '' && amount === 0 ? '至少退 0.01 元' : undefined
  const capped = members.filter(m => isCapped(m.complaint, step)).length
  const choose = (kind: Kind) => onChange(
    kind === 'asAsked' ? { type: 'asAsked' } : kind === 'perPiece' ? { type: 'perPiece', amount: typeof amount === 'number' ? amount : 0, words } : { type: 'share', percent: kind === 'all' ? 100 : 50, words },
  )
  const type = (text: string) => {
    setTyped(text)
    const fen = text.trim() === '' ? 0 : fenIn(text)
    onChange({ type: 'perPiece', amount: typeof fen === 'number' ? fen : 0, words })
  }
  return (
    <Section title='怎么处理'>
      <ChoiceTiles
        value={kindOf(step)} onChoose={choose}
        choices={[
          { value: 'asAsked', label: '按各家要的退' }, { value: 'all', label: '坏的全退' }, { value: 'half', label: '坏的退一半' }, { value: 'perPiece', label: '坏一件退…' },
        ]}
      />
      {step.type === 'perPiece' && <Field label='坏一件退多少' value={typed} type='digit' most={9} unit='元' trouble={trouble} onChange={type} />}
      {(step.type === 'share' || step.type === 'perPiece') && <Words label='跟邻居说一句（可以不写）' value={words} onChange={said => onChange({ ...step, words: said })} phrases={phrases} />}
      <View className='how-much'>{outcome(step, members)}</View>
      {capped > 0 && step.type === 'perPiece' && <View className='amber'>! 其中 {capped} 户一件没付到 {yuan(step.amount)}，按付的钱退，不会多退。</View>}
    </Section>
  )
}

function kindOf(step: JointStep): Kind | null {
  if (step.type === 'share') return step.percent === 100 ? 'all' : step.percent === 50 ? 'half' : null
  return step.type === 'asAsked' || step.type === 'perPiece' ? step.type : null
}

function outcome(step: JointStep, members: readonly IncidentMember[]): string {
  if (!isAmount(step) || members.length === 0) return ''
  if (step.type === 'perPiece' && step.amount === 0) return '先填坏一件退多少'
  const { settled, offered } = comesTo(step, members)
  const parts = [
    settled.households > 0 ? `${settled.households} 户当场同意，一共退 ${yuan(settled.fen)}` : '',
    offered.households > 0 ? `${offered.households} 户想要的更多，会收到「${sumOf(step)}」这个办法，点头才算（${yuan(offered.fen)}）` : '',
  ]
  return `${parts.filter(p => p !== '').join('；')}。`
}
