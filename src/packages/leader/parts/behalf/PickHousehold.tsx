import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { Tap } from '../../../../components/Tap/Tap'
import { findHouseholds, householdWords } from './householdWords'
import './PickHousehold.scss'

/** Shown at once; whoever looks for somebody else types a letter more. */
const FIRST = 6

interface PickHouseholdProps {
  households: readonly BuyingHousehold[]
  value: string | null
  onChoose: (orderId: string | null) => void
  /** Those that come first while nothing is typed: whom it could be. */
  likely?: readonly string[]
}

/** One household of a group-buy, found by 跟团号, name, door or the end of its phone. */
export function PickHousehold({ households, value, onChoose, likely = [] }: PickHouseholdProps): ReactNode {
  const [sought, setSought] = useState('')
  const chosen = households.find(h => h.orderId === value)
  if (chosen) {
    return (
      <View className='pick-household__chosen'>
        <View className='pick-household__who'>✓ {householdWords(chosen)}</View>
        <Button narrow kind='quiet' label='换' spokenLabel={`换一家，现在是${householdWords(chosen)}`} onTap={() => onChoose(null)} />
      </View>
    )
  }
  const found = sought.trim() === '' ? [...households].sort((a, b) => Number(likely.includes(b.orderId)) - Number(likely.includes(a.orderId))) : findHouseholds(households, sought)
  return (
    <View className='pick-household'>
      <Field label='找哪一家' value={sought} most={20} placeholder='跟团号、名字、房号或手机尾号' onChange={setSought} />
      {found.slice(0, FIRST).map(h => (
        <Tap key={h.orderId} className='pick-household__one' label={`选${householdWords(h)}`} onTap={() => onChoose(h.orderId)}>
          <View className='pick-household__words'>{householdWords(h)}<View className='soft small'>{h.lines.map(l => l.title).join('、')}</View></View>
        </Tap>
      ))}
      {found.length === 0 && <View className='soft'>这个团里没有这一家</View>}
      {found.length > FIRST && <View className='soft small'>还有 {found.length - FIRST} 家，多写一点就能找到</View>}
    </View>
  )
}
