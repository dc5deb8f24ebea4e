import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { REASONS } from '../../../../../domain/case/reasons'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { chosenIn, missingIn, worthOf } from '../behalf/behalfDraft'
import { householdWords } from '../behalf/householdWords'
import type { ChatRow } from './chatDraft'
import './RowCard.scss'

interface RowCardProps {
  row: ChatRow
  households: readonly BuyingHousehold[]
  busy: boolean
  onAccept: () => void
  onEdit: () => void
}

/** One proposal: the neighbour's words first, then what was made of them, then whether it is meant. */
export function RowCard({ row: { proposal, draft, accepted, result }, households, busy, onAccept, onEdit }: RowCardProps): ReactNode {
  const { household, line } = chosenIn(draft, households)
  const missing = missingIn(draft, households, 0)
  const worth = line && worthOf(draft, line)
  const tone = result?.state === 'filed' || accepted ? 'green' : result?.state === 'refused' ? 'red' : proposal.certainty === 'sure' ? undefined : 'amber'
  const who = household ? householdWords(household) : proposal.who === '' ? '没写是谁' : proposal.who
  return (
    <Card {...(tone === undefined ? {} : { tone })}>
      <View className='chat-row'>
        <View className='chat-row__said'>{proposal.who !== '' && `${proposal.who}：`}「{proposal.said}」</View>
        <View className='chat-row__who'>{who}</View>
        <View>{[line ? line.title : household ? '还没选哪样东西' : '还没选是哪一家、哪样东西', draft.reason === null ? '还没选哪里不对' : REASONS[draft.reason].says, line ? `${line.quantity} 件里 ${draft.bad} 件` : '', worth ? `想退 ${yuan(worth)}` : ''].filter(w => w !== '').join(' · ')}</View>
        {proposal.pictures > 0 && <View className='soft small'>他在群里发了 {proposal.pictures} 张图，复制不过来，报好以后可以再补</View>}
        {result?.state === 'filed' && <View className='green'>✓ 报好了</View>}
        {result?.state === 'refused' && <View className='red'>! 没报成：{result.why.message}</View>}
        {result === null && !accepted && proposal.certainty !== 'sure' && <View className='amber'>! {proposal.certainty === 'unmatched' ? '没认出来：' : '拿不准：'}{proposal.why.join('；')}</View>}
        {missing !== null && !accepted && <View className='red'>! {missing}</View>}
        {result?.state !== 'filed' && (
          <View className='chat-row__ways'>
            {accepted
              // Not where it was said yes: a second tap in haste must not take it back.
              ? <View className='chat-row__yes'>✓ 要报</View>
              : <View className='chat-row__yes'><Button kind='primary' label='对，报这件' spokenLabel={`${who}，对，报这件`} disabled={busy || missing !== null} onTap={onAccept} /></View>}
            {accepted && <Button narrow kind='quiet' label='先不报' spokenLabel={`${who}，先不报`} disabled={busy} onTap={onAccept} />}
            <Button narrow label='改' kind={missing !== null && !accepted ? 'primary' : 'plain'} spokenLabel={`改${who}这件`} disabled={busy} onTap={onEdit} />
          </View>
        )}
      </View>
    </Card>
  )
}
