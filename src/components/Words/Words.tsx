import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useLateWords } from '../../outbox/sheetDraft'
import { Tap } from '../Tap/Tap'
import { TextArea } from '../TextArea/TextArea'
import './Words.scss'

interface WordsProps {
  label: string
  value: string
  onChange: (words: string) => void
  placeholder?: string
  /** Sentences that can be tapped instead of typed, and changed afterwards. */
  phrases: readonly string[]
}

/** Words to somebody: never an empty box, because sentences to begin with stand below it, first what one wrote oneself and came too late with. */
export function Words({ label, value, onChange, placeholder = '', phrases }: WordsProps): ReactNode {
  const late = useLateWords()
  return (
    <View className='words'>
      <View className='words__label'>{label}</View>
      <TextArea label={label} value={value} onChange={onChange} placeholder={placeholder} />
      {[...late, ...phrases].map(phrase => (
        <Tap key={phrase} className={`words__phrase${phrase === value ? ' words__phrase--used' : ''}`} label={`用这句：${phrase}`} onTap={() => onChange(phrase)}>
          <View>{phrase === value ? '✓ ' : '+ '}{phrase}</View>
        </Tap>
      ))}
    </View>
  )
}
