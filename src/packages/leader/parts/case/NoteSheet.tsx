import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import type { SayStep } from './sayStep'
import './StepSheet.scss'

/** 记一笔: for those who decide only, unless the leader says otherwise; who reads it stands above the words. */
export function NoteSheet({ owner, onSend, ...sheet }: SayStep<'note'>): ReactNode {
  const [internal, setInternal] = useState(true)
  return (
    <SaySheet
      {...sheet} title='记一笔' owner={`${owner}:note`} label='记点什么' placeholder='比如：跟邻居约了明天上午当面看' send={internal ? '记下来' : '记下来，邻居也看得到'}
      missing={({ words }) => (words === '' ? '先写点什么' : null)} onSend={({ words }) => onSend({ type: 'note', words, internal })}
    >
      <ChoiceTiles columns={1} value={internal ? 'internal' : 'all'} choices={[{ value: 'internal', label: '只有处理的人看得到' }, { value: 'all', label: '邻居也看得到' }]} onChoose={chosen => setInternal(chosen === 'internal')} />
      <View className='step-sheet__closed'>{internal ? '邻居、供货商都看不到。' : '邻居会在经过里看到这句话，供货商看不到。'}</View>
    </SaySheet>
  )
}
