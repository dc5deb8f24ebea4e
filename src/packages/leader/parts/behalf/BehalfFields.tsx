import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { mostOf } from '../../../../pages/file/filing'
import { Questions } from '../../../../pages/file/Questions'
import { WhatIsWrong } from '../../../../pages/file/WhatIsWrong'
import { WhichWish } from '../../../../pages/file/WhichWish'
import { aboutLine, chosenIn, type BehalfDraft } from './behalfDraft'
import { PickHousehold } from './PickHousehold'
import './BehalfFields.scss'

interface BehalfFieldsProps {
  draft: BehalfDraft
  households: readonly BuyingHousehold[]
  onChange: (draft: BehalfDraft) => void
  /** Whom it could be: they stand first. */
  likely?: readonly string[]
  /** It was tapped too early: what is lacking is said. */
  tried?: boolean
}

/** Whose, which thing, what is wrong with it, how much: the same for one filing and for each row of a chat. */
export function BehalfFields({ draft, households, onChange, likely = [], tried = false }: BehalfFieldsProps): ReactNode {
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
        <Questions
          draft={draft} reason={draft.reason} quantity={line.quantity} tried={tried} onChange={what => onChange({ ...draft, ...what })}
          part={(field, title, asked) => <View key={field} className='behalf-fields__part'><View className='behalf-fields__question'>{title}</View>{asked}</View>}
        />
      )}
      {draft.reason !== null && line && <WhichWish draft={draft} most={mostOf(draft, { line, left: line.left })} trouble={undefined} onChange={what => onChange({ ...draft, ...what })} />}
    </View>
  )
}
