import { Input, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spokenField } from '../spoken'
import { Tap } from '../Tap/Tap'
import './Stepper.scss'

/** Up to here taps are quicker than typing. */
const MOST_BY_TAPS = 9

interface StepperProps {
  value: number
  least?: number
  most: number
  onChange: (value: number) => void
  /** What is counted, for a screen reader. */
  label: string
  unit?: string
}

/** Counts by taps: − 2 + . Where there may be many, the number can be typed as well. */
export function Stepper({ value, least = 1, most, onChange, label, unit = '件' }: StepperProps): ReactNode {
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const step = (to: number) => {
    setTyped(null)
    onChange(to)
  }
  const wrong = typed !== null && typed !== '' && !(Number(typed) >= least && Number(typed) <= most)
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '')
    setTyped(digits)
    if (digits !== '') onChange(Math.min(most, Math.max(least, Number(digits))))
  }
  return (
    <View className='stepper-box'>
      <View className='stepper'>
        <Tap className={`stepper__step${value <= least ? ' stepper__step--dead' : ''}`} label={`${label}，少一${unit}`} disabled={value <= least} onTap={() => step(value - 1)}>−</Tap>
        {most > MOST_BY_TAPS
          // Empty when it is tapped, so that what is typed is the number and not behind the old one.
          ? <Input className='stepper__value stepper__input' value={typed ?? String(value)} type='number' maxlength={5} placeholder={String(value)} placeholderStyle='color: var(--ink-soft)' cursorSpacing={120} onFocus={() => setTyped('')} onInput={e => type(e.detail.value)} onBlur={() => setTyped(null)} {...spokenField(`${label}几${unit}`)} />
          : <View className='stepper__value'>{value}</View>}
        <Tap className={`stepper__step${value >= most ? ' stepper__step--dead' : ''}`} label={`${label}，多一${unit}`} disabled={value >= most} onTap={() => step(value + 1)}>+</Tap>
      </View>
      {wrong && <View className='stepper__wrong'>! {Number(typed) > most ? `最多 ${most} ${unit}` : `至少 ${least} ${unit}`}</View>}
    </View>
  )
}
