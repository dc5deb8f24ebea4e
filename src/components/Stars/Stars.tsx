import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../Tap/Tap'
import './Stars.scss'

const FIVE = [1, 2, 3, 4, 5] as const

/** One to five stars, each as large as a thumb; null while none was tapped. `label`: of what. */
export function Stars({ label, value, onChange }: { label: string; value: number | null; onChange: (stars: number) => void }): ReactNode {
  return (
    <View className='stars'>
      <View className='stars__label'>{label}{value !== null && `：${value} 星`}</View>
      <View className='stars__row'>
        {FIVE.map(n => {
          const lit = value !== null && n <= value
          return <Tap key={n} role='radio' picked={n === value} className={`stars__star${lit ? ' stars__star--lit' : ''}`} label={`${label}，${n} 星${n === value ? '，已选' : ''}`} onTap={() => onChange(n)}>{lit ? '★' : '☆'}</Tap>
        })}
      </View>
    </View>
  )
}
