import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenField } from '../spoken'
import './Field.scss'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Which keyboard. */
  type?: 'text' | 'number' | 'digit'
  most?: number
  /** What is wrong with it, in place. */
  trouble?: string | undefined
  hint?: string
  /** Stands behind the words: 克, 元. */
  unit?: string
}

/** One line to fill in, its label above and what is wrong with it below. */
export function Field({ label, value, onChange, placeholder = '', type = 'text', most = 80, trouble, hint, unit }: FieldProps): ReactNode {
  return (
    <View className='field'>
      <View className='field__label'>{label}</View>
      <View className={`field__box${trouble !== undefined ? ' field__box--trouble' : ''}`}>
        <Input className='field__input' value={value} type={type} maxlength={most} placeholder={placeholder} placeholderClass='field__placeholder' placeholderStyle='color: var(--ink-soft)' cursorSpacing={120} onInput={e => onChange(e.detail.value)} {...spokenField(label)} />
        {unit !== undefined && <View className='field__unit'>{unit}</View>}
      </View>
      {trouble !== undefined ? <View className='field__trouble'>! {trouble}</View> : hint !== undefined && <View className='field__hint'>{hint}</View>}
    </View>
  )
}
