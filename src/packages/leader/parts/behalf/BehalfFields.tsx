import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { REASONS } from '../../../../../domain/case/reasons'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { HowMuch } from '../../../../pages/file/HowMuch'
import { WhatIsWrong } from '../../../../pages/file/WhatIsWrong'
import { aboutLine, chosenIn, type BehalfDraft } from './behalfDraft'
import { PickHousehold } from './PickHousehold'
import './BehalfFields.scss'

interface BehalfFieldsProps {
  draft: BehalfDraft
  households: readonly BuyingHousehold[]
  onChange: (draft: BehalfDraft) => void
  /** Whom it could be: they stand first. */
  likely?: readonly string[]
}

/** Whose, which thing, what is wrong with it, how much: the same for one filing and for each row of a chat. */
export function BehalfFields({ draft, households, onChange, likely = [] }: BehalfFieldsProps): ReactNode {
  const { household, line } = chosenIn(draft, households)
  const choose = (orderId: string | null) => {
    const only = households.find(h => h.orderId === orderId)?.lines.filter(l => l.openCaseId === null) ?? []
    const next = { ...draft, orderId, lineId: null }
    onChange(only.length === 1 && only[0] ? aboutLine(next, only[0]) : next)
  }
  return (
    <View className='behalf-fields'>
      <View className='behalf-fields__part'>
        <View className='behalf-fields__question'>哪一家</View>
        <PickHousehold households={households} value={draft.orderId} likely={likely} onChoose={choose} />
        {household?.notClaimable != null && <View className='amber'>! {household.notClaimable}</View>}
      </View>
      {household && (
        <View className='behalf-fields__part'>
          <View className='behalf-fields__question'>哪样东西</View>
          <ChoiceTiles
            columns={1} value={draft.lineId}
            choices={household.lines.map(l => ({ value: l.lineId, label: l.title, hint: `${l.spec === '' ? '' : `${l.spec} · `}${l.quantity} 件 · ${yuan(l.paid)}${l.openCaseId === null ? '' : ' · 已经在处理'}` }))}
            onChoose={lineId => { const chosen = household.lines.find(l => l.lineId === lineId); if (chosen) onChange(aboutLine(draft, chosen)) }}
          />
        </View>
      )}
      <View className='behalf-fields__part'>
        <View className='behalf-fields__question'>哪里不对</View>
        <WhatIsWrong reason={draft.reason} onChoose={reason => onChange({ ...draft, reason })} />
      </View>
      {draft.reason !== null && line && (
        <View className='behalf-fields__part'>
          <View className='behalf-fields__question'>{REASONS[draft.reason].measure === 'pieces' ? '坏了多少' : REASONS[draft.reason].measure === 'weight' ? '差多少' : '几件'}</View>
          <HowMuch draft={draft} reason={draft.reason} quantity={line.quantity} onChange={what => onChange({ ...draft, ...what })} />
        </View>
      )}
    </View>
  )
}
