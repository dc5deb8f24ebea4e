import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { REASON_CODES, REASONS, type CaseClass, type Reason } from '../../../domain/case/reasons'
import { Button } from '../../components/Button/Button'
import { ChoiceTiles } from '../../components/ChoiceTiles/ChoiceTiles'
import { Hazard } from './Hazard'
import './WhatIsWrong.scss'

interface WhatIsWrongProps {
  reason: Reason | null
  onChoose: (reason: Reason) => void
  /** Where something about the goods is open already: only these. */
  only?: readonly CaseClass[] | undefined
}

const tiles = (reasons: readonly Reason[]) => reasons.map(value => ({ value, label: REASONS[value].says }))
const isCommon = (reason: Reason) => REASONS[reason].common
const COMMON = REASON_CODES.filter(isCommon)

/** What is not among the first four, under the names people have for it. */
const GROUPS: { title: string; classes: readonly CaseClass[] }[] = [
  { title: '东西不好', classes: ['quality'] },
  { title: '拿错、没拿到', classes: ['quantity'] },
  { title: '快递、送货', classes: ['logistics'] },
  { title: '缺配件、要修', classes: ['missingPart', 'repair'] },
  { title: '下单、价钱', classes: ['orderChange', 'price'] },
  { title: '服务', classes: ['service'] },
  { title: '建议和别的', classes: ['suggestion', 'other'] },
]

/** The common four; the rest one tap away. A danger has a line of its own. */
export function WhatIsWrong({ reason, onChoose, only }: WhatIsWrongProps): ReactNode {
  const [asked, setAsked] = useState(only !== undefined)
  const isOffered = (r: Reason) => only === undefined || only.includes(REASONS[r].class)
  const rest = GROUPS.map(({ title, classes }) => ({ title, reasons: REASON_CODES.filter(r => !isCommon(r) && isOffered(r) && classes.includes(REASONS[r].class)) }))
  // What is asked next must not lie below a long list: of the rest only the chosen one stays.
  const chosen = reason !== null && reason !== 'hazard' && !isCommon(reason) && !asked ? [reason] : []
  const choose = (one: Reason) => {
    setAsked(false)
    onChoose(one)
  }
  return (
    <View className='what-is-wrong'>
      <ChoiceTiles choices={tiles([...COMMON.filter(isOffered), ...chosen])} value={reason} onChoose={choose} />
      {asked && rest.filter(group => group.reasons.length > 0).map(({ title, reasons }) => (
        <View key={title} className='what-is-wrong__group'>
          <View className='what-is-wrong__title'>{title}</View>
          <ChoiceTiles choices={tiles(reasons)} value={reason} onChoose={choose} />
        </View>
      ))}
      {!asked && <Button kind='quiet' narrow label='更多' spokenLabel='更多原因' onTap={() => setAsked(true)} />}
      <Hazard chosen={reason === 'hazard'} onChoose={() => choose('hazard')} />
    </View>
  )
}
