import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CopyButton } from '../CopyButton/CopyButton'
import './Facts.scss'

export interface Fact {
  label: string
  value: string
  /** Set where the value is needed in another app. */
  copy?: string
}

/** What is known, a line each; lines without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <View className='facts'>
      {facts.filter(f => f.value !== '').map(f => (
        <View className='facts__fact' key={f.label}>
          <View className='facts__label'>{f.label}</View>
          <View className='facts__value'>{f.value}</View>
          {f.copy !== undefined && <CopyButton words={f.copy} kind='quiet' spokenLabel={`复制${f.label}`} />}
        </View>
      ))}
    </View>
  )
}
