import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { INTAKE_CHANNELS } from '../../../domain/case/onBehalf'
import { REASONS } from '../../../domain/case/reasons'
import type { CaseCard as Shown } from '../../../domain/people/caseView'
import { basisWords } from '../../words/basisWords'
import { cardWords, partyWords, readerOf } from '../../words/stageWords'
import { wrongWords } from '../../words/claimWords'
import { promisedWords } from '../../words/promiseWords'
import { AlsoDue, Deadline } from '../Deadline/Deadline'
import { Money } from '../Money/Money'
import { ProductTile } from '../ProductTile/ProductTile'
import { Tap } from '../Tap/Tap'
import './CaseCard.scss'

interface CaseCardProps {
  card: Shown
  /** A link to the card's photo. */
  photo?: string | undefined
  onTap: () => void
}

/** A case in a list, for whichever party reads it. Children stand below, e.g. a button. */
export function CaseCard({ card, photo, onTap, children }: PropsWithChildren<CaseCardProps>): ReactNode {
  const due = card.myDue ?? card.due
  const words = cardWords(card)
  const household = (card.as === 'leader' || card.as === 'operator') && card.buyer !== null ? `${card.joinNumber ? `${card.joinNumber}号 ` : ''}${card.buyer}` : null
  return (
    <View className='case-card'>
      <Tap className='case-card__tap' label={[card.title, household, words].filter(Boolean).join('，')} onTap={onTap}>
        <ProductTile title={card.title} photo={photo} />
        <View className='case-card__words'>
          <View className='case-card__first'>
            <View className='case-card__title'>{card.title}</View>
            {amountOf(card) > 0 && <Money fen={amountOf(card)} />}
          </View>
          <View className='case-card__what'>{household !== null && `${household} · `}{wrongWords(card.reason, card.claim, card.quantity)}</View>
          <View className='case-card__state'>
            {REASONS[card.reason].class === 'hazard' && card.as === 'leader' && <View className='case-card__mark case-card__mark--danger'>! 安全问题</View>}
            <View className={`case-card__stage case-card__stage--${toneOf(card)}`}>{words}</View>
            {card.sooner && <AlsoDue dueAt={card.sooner.dueAt} what={promisedWords(card.sooner, readerOf(card))} />}
            {due && <Deadline due={due} left={card.as === 'leader'} who={due.clock === 'investigation' ? '平台' : due.party === readerOf(card) ? '请在' : partyWords(due.party, readerOf(card))} />}
            {!due && card.noDue === 'unannounced' && <View className='soft small'>到什么时候还说不准，那一年的放假安排还没公布</View>}
            {!due && card.noDue === 'notTold' && <View className='soft small'>{card.as === 'resident' ? '您点开看了才开始算时间' : `还没告诉到${partyWords('resident', readerOf(card))}，先不算时间`}</View>}
            {card.as === 'supplier' && card.recovery && amountOf(card) > 0 && <View className='soft small'>{basisWords(card.recovery.basis)}</View>}
            {card.as === 'operator' && <View className={card.channel === null ? 'soft small' : 'case-card__mark'}>{card.channel === null ? '小程序报的' : INTAKE_CHANNELS[card.channel]}</View>}
            {card.channel !== null && card.as !== 'operator' && <View className='case-card__mark'>{card.as === 'resident' ? '团长替您报的' : card.photo === null ? '替邻居报的，没有照片' : '替邻居报的'}</View>}
            {card.late && card.as !== 'resident' && <View className='case-card__mark'>超过 48 小时才反映</View>}
          </View>
        </View>
      </Tap>
      {children}
    </View>
  )
}

/** What the money is about for this party: what a supplier is to bear, what a resident gets, or asks for. Fen. */
function amountOf(card: Shown): number {
  if (card.as === 'supplier' && card.recovery) return card.recovery.state !== 'none' ? card.recovery.amount : card.holder === null ? 0 : card.recovery.expected
  return card.amount > 0 ? card.amount : card.asked
}

function toneOf(card: Shown): 'mine' | 'done' | 'no' | 'moving' {
  if (card.myDue) return 'mine'
  if (card.stage === 'refunded' || card.stage === 'agreedNoMoney') return 'done'
  if (card.stage === 'rejected') return 'no'
  return 'moving'
}
