import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '../Button/Button'
import { ChoiceTiles, type Choice } from '../ChoiceTiles/ChoiceTiles'
import './PickOne.scss'

interface PickOneProps<T extends string> {
  choices: readonly Choice<T>[]
  value: T | null
  onChoose: (value: T) => void
  /** What is chosen, for a screen reader: 原因. */
  what: string
}

/**
 * One of a long list. Once chosen, the others make room: what is asked next, and what was filled in for it, must not lie unread below the screen.
 */
export function PickOne<T extends string>({ choices, value, onChoose, what }: PickOneProps<T>): ReactNode {
  const [again, setAgain] = useState(false)
  const chosen = choices.find(c => c.value === value)
  if (chosen && !again) {
    return (
      <View className='pick-one'>
        <View className='pick-one__words'>✓ {chosen.label}</View>
        <View className='pick-one__again'><Button narrow kind='quiet' label='换' spokenLabel={`换一个${what}，现在是${chosen.label}`} onTap={() => setAgain(true)} /></View>
      </View>
    )
  }
  return <ChoiceTiles columns={1} value={value} choices={choices} onChoose={one => { onChoose(one); setAgain(false) }} />
}
