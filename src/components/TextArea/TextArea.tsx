import { Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenField } from '../spoken'
import './TextArea.scss'

interface TextAreaProps {
  value: string
  onChange: (value: string) => void
  label: string
  placeholder?: string
  most?: number
}

/** Several lines of words, with how many are left once it matters. */
export function TextArea({ value, onChange, label, placeholder = '', most = 500 }: TextAreaProps): ReactNode {
  return (
    <View className='text-area'>
      <Textarea
        className='text-area__words' value={value} maxlength={most} placeholder={placeholder} placeholderClass='text-area__placeholder'
        placeholderStyle='color: var(--ink-soft)' autoHeight disableDefaultPadding cursorSpacing={120}
        onInput={e => onChange(e.detail.value)} {...spokenField(label)}
      />
      {value.length > most * 0.8 && <View className='text-area__count'>还能写 {most - value.length} 个字</View>}
    </View>
  )
}
