import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { DISPUTES } from '../../../../../domain/case/reasons'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { go } from '../../../../components/go'
import { basisWords } from '../../../../words/basisWords'
import './WhoBears.scss'

/** Who bears it: by default while nothing is decided, afterwards what the supplier made of it. */
export function WhoBears({ view, communityId }: { view: CaseView; communityId: string }): ReactNode {
  const said = view.recovery?.supplierSaid
  return (
    <Card title='谁来承担'>
      <Bearer view={view} communityId={communityId} />
      {said && <View className='bears__said'>供货商先看过了，有不同意见：{DISPUTES[said.reason]}{said.words !== '' && `，“${said.words}”`}</View>}
    </Card>
  )
}

function Bearer({ view, communityId }: { view: CaseView; communityId: string }): ReactNode {
  const { recovery } = view
  switch (recovery?.state) {
    case 'claimed': return view.takesEffect ? <View>供货商承担 {yuan(recovery.amount)}（{basisWords(recovery.basis)}），过几秒告诉他。</View> : <View>供货商承担 {yuan(recovery.amount)}（{basisWords(recovery.basis)}），已经告诉他了，<View className='bears__now'>等他认。</View>不影响您先退给邻居。</View>
    case 'admitted': return <View><View className='bears__yes'>✓ 供货商认了 {yuan(recovery.amount)}（{basisWords(recovery.basis)}）</View>下次跟他结账时扣掉。</View>
    case 'disputed': return (
      <View>
        <View className='bears__no'>! 供货商没认 {yuan(recovery.amount)}（{basisWords(recovery.basis)}）</View>
        {recovery.dispute && <View>他说：{DISPUTES[recovery.dispute.reason]}{recovery.dispute.words !== '' && `，“${recovery.dispute.words}”`}</View>}
        <View>邻居的钱不受影响，这笔请您跟供货商商量。</View>
      </View>
    )
    default:
      if (view.stage === 'rejected' || view.stage === 'withdrawn' || view.stage === 'agreedNoMoney') return <View>没有要退的钱，谁都不用承担。</View>
      if (view.recoverFrom === 'carrier') return <View>快递{recovery && recovery.expected > 0 && `，${yuan(recovery.expected)}`}。您先退给邻居，这里会替您记着，再跟快递要。</View>
      if (view.recoverFrom === 'nobody') return <View>不用找供货商。{view.asked > 0 && '要退的话，钱由您承担。'}</View>
      return view.hasSupplier ? <View>供货商{recovery && recovery.expected > 0 && `，${basisWords(recovery.basis)}算 ${yuan(recovery.expected)}`}。您先退给邻居，这里会替您记着，并让供货商来认。</View> : <WithoutSupplier communityId={communityId} />
  }
}

function WithoutSupplier({ communityId }: { communityId: string }): ReactNode {
  return (
    <View className='bears__nobody'>
      <View className='bears__no'>! 这件东西没有填供货商，退的钱先由您承担</View>
      <View>填上以后，之后反映的就会找供货商。这一件请您自己跟他说。</View>
      <Button label='去填供货商' onTap={() => go(`/packages/leader/groupBuys/index?community=${communityId}`)} />
    </View>
  )
}
