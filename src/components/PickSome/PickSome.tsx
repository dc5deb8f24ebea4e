import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Choice } from '../ChoiceTiles/ChoiceTiles'
import { Field } from '../Field/Field'
import { Tap } from '../Tap/Tap'
import './PickSome.scss'

interface PickSomeProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: readonly T[]
  onChange: (value: T[]) => void
}

/** So many stand there; of more, one looks for the rest by its words. */
const SHOWN = 12

/** Any number of several; what is chosen always stands first in a long list. */
export function PickSome<T extends string>({ label, choices, value, onChange }: PickSomeProps<T>): ReactNode {
  const [sought, setSought] = useState('')
  const long = choices.length > SHOWN
  const fitting = long ? choices.filter(c => !value.includes(c.value) && c.label.includes(sought.trim())) : choices
  const shown = long ? [...choices.filter(c => value.includes(c.value)), ...fitting.slice(0, SHOWN)] : choices
  const toggle = (one: T) => onChange(value.includes(one) ? value.filter(v => v !== one) : [...value, one])
  return (
    <View>
      <View className='pick-some__label'>{label}</View>
      {long && <View className='pick-some__search'><Field label={`找一找${label}`} value={sought} placeholder='写几个字' onChange={setSought} /></View>}
      <View className='pick-some__tiles'>
        {shown.map(c => {
          const chosen = value.includes(c.value)
          return <Tap key={c.value} role='checkbox' picked={chosen} className={`pick-some__tile${chosen ? ' pick-some__tile--chosen' : ''}`} label={`${c.label}${chosen ? '，已选' : ''}`} onTap={() => toggle(c.value)}>{c.label}{chosen && ' ✓'}</Tap>
        })}
      </View>
      {fitting.length > SHOWN && long && <View className='soft small'>还有 {fitting.length - SHOWN} 样，写几个字找一找</View>}
    </View>
  )
}
