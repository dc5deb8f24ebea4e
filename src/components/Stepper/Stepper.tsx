import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../Tap/Tap'
import './Stepper.scss'

interface StepperProps {
  value: number
  least?: number
  most: number
  onChange: (value: number) => void
  /** What is counted, for a screen reader. */
  label: string
  unit?: string
}

/** Counts by taps: − 2 + . */
export function Stepper({ value, least = 1, most, onChange, label, unit = '件' }: StepperProps): ReactNode {
  return (
    <View className='stepper'>
      <Tap className={`stepper__step${value <= least ? ' stepper__step--dead' : ''}`} label={`${label}，少一${unit}`} disabled={value <= least} onTap={() => onChange(value - 1)}>−</Tap>
      <View className='stepper__value'>{value}</View>
      <Tap className={`stepper__step${value >= most ? ' stepper__step--dead' : ''}`} label={`${label}，多一${unit}`} disabled={value >= most} onTap={() => onChange(value + 1)}>+</Tap>
    </View>
  )
}
