import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../Tap/Tap'
import './ChoiceTiles.scss'

export interface Choice<T extends string | number> {
  value: T
  label: string
  hint?: string
  /** Stands above the words. */
  picture?: ReactNode
}

interface ChoiceTilesProps<T extends string | number> {
  choices: readonly Choice<T>[]
  value: T | null
  onChoose: (value: T) => void
  columns?: 1 | 2 | 3
}

/** One of several, all visible, each as large as a thumb. */
export function ChoiceTiles<T extends string | number>({ choices, value, onChoose, columns = 2 }: ChoiceTilesProps<T>): ReactNode {
  return (
    <View className={`choice-tiles choice-tiles--${columns}`}>
      {choices.map(c => {
        const chosen = c.value === value
        return (
          <Tap key={c.value} role='radio' picked={chosen} className={`choice-tiles__tile${chosen ? ' choice-tiles__tile--chosen' : ''}`} label={`${c.label}${c.hint ? `，${c.hint}` : ''}${chosen ? '，已选' : ''}`} onTap={() => onChoose(c.value)}>
            {c.picture}
            <View className='choice-tiles__label'>{c.label}</View>
            {c.hint !== undefined && <View className='choice-tiles__hint'>{c.hint}</View>}
            {chosen && <View className='choice-tiles__tick'>✓</View>}
          </Tap>
        )
      })}
    </View>
  )
}
