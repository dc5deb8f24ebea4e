import { Textarea, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spokenField } from '../spoken'
import './TextArea.scss'

interface TextAreaProps {
  value: string
  onChange: (value: string) => void
  label: string
  placeholder?: string
  most?: number
}

/** More than fits is said to be too much instead of being cut without a word; so much beyond it is still heard of. */
const MOST_PASTED = 20_000

/** Several lines of words, with how many are left once it matters. */
export function TextArea({ value, onChange, label, placeholder = '', most = 500 }: TextAreaProps): ReactNode {
  const [cut, setCut] = useState(false)
  const write = (words: string) => {
    setCut(words.length > most)
    onChange(words.slice(0, most))
  }
  return (
    <View className='text-area'>
      <Textarea
        className='text-area__words' value={value} maxlength={most + MOST_PASTED} placeholder={placeholder} placeholderClass='text-area__placeholder'
        placeholderStyle='color: var(--ink-soft)' autoHeight disableDefaultPadding cursorSpacing={120}
        onInput={e => write(e.detail.value)} {...spokenField(label)}
      />
      {cut && <View className='text-area__cut'>! 太长了，只留下了前 {most} 个字</View>}
      {!cut && value.length > most * 0.8 && <View className='text-area__count'>还能写 {most - value.length} 个字</View>}
    </View>
  )
}
