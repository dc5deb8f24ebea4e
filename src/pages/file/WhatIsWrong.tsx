import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { REASON_CODES, REASONS, type Reason } from '../../../domain/case/reasons'
import { Button } from '../../components/Button/Button'
import { ChoiceTiles } from '../../components/ChoiceTiles/ChoiceTiles'
import './WhatIsWrong.scss'

const tiles = (reasons: Reason[]) => reasons.map(value => ({ value, label: REASONS[value].says }))
const COMMON = REASON_CODES.filter(r => REASONS[r].common)

/** The common four; the rest one tap away. */
export function WhatIsWrong({ reason, onChoose }: { reason: Reason | null; onChoose: (reason: Reason) => void }): ReactNode {
  const [asked, setAsked] = useState(false)
  const all = asked || (reason !== null && !REASONS[reason].common)
  return (
    <View className='what-is-wrong'>
      <ChoiceTiles choices={tiles(all ? REASON_CODES : COMMON)} value={reason} onChoose={onChoose} />
      {!all && <Button kind='quiet' narrow label='更多' spokenLabel='更多原因' onTap={() => setAsked(true)} />}
    </View>
  )
}
