import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/Button/Button'
import { CaseCard } from '../../../components/CaseCard/CaseCard'
import { Deadline } from '../../../components/Deadline/Deadline'
import { Portion } from '../../../components/Portion/Portion'
import { AtStake } from './AtStake'
import type { CaseGroup } from './groupCases'
import './Group.scss'

interface GroupProps {
  group: CaseGroup
  links: Record<string, string>
  onCase: (caseId: string) => void
  /** Opens everything of this group-buy. */
  onBundle: (bundle: NonNullable<CaseGroup['bundle']>) => void
}

/** Of one product; what is due first stands first. */
const FIRST = 8

/** One product of one group-buy: how many, how much in all, until when; its cases below, beside it where there is room. */
export function Group({ group: { title, spec, groupBuyTitle, cards, claimed, undecided, due, repaid, bundle }, links, onCase, onBundle }: GroupProps): ReactNode {
  return (
    <View className='case-group'>
      <View className='case-group__head'>
        <View className='case-group__title'>{title}</View>
        <View className='soft small'>{[spec, groupBuyTitle].filter(w => w !== '').join(' · ')}</View>
        <View className='case-group__sum'><AtStake cases={cards.length} claimed={claimed} undecided={undecided} /></View>
        {due && <Deadline due={due} who='最早一笔请在' />}
        {repaid > 0 && <View className='soft'>团长已经先退给居民 {repaid} 笔</View>}
        {bundle && <View className='case-group__whole'><Button label={due ? '这个团一起回' : '看这个团的账'} spokenLabel={`${groupBuyTitle}，${due ? '一起回' : '看账'}`} onTap={() => onBundle(bundle)} /></View>}
      </View>
      <View className='case-group__cards'>
        <Portion of={cards} first={FIRST} more={left => `看后面的（还有 ${left} 笔）`}>
          {some => some.map(card => <CaseCard key={card.id} card={card} photo={card.photo === null ? undefined : links[card.photo]} onTap={() => onCase(card.id)} />)}
        </Portion>
      </View>
    </View>
  )
}
