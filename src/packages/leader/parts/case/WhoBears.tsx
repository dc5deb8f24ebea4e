import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BEARERS, BEARER_CODES } from '../../../../../domain/case/liability'
import { yuan } from '../../../../../domain/case/money'
import { DISPUTES } from '../../../../../domain/case/reasons'
import { sentGoods } from '../../../../../domain/case/sentGoods'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Facts } from '../../../../components/Facts/Facts'
import { go } from '../../../../components/go'
import { basisWords } from '../../../../words/basisWords'
import './WhoBears.scss'

interface WhoBearsProps {
  view: CaseView
  communityId: string
  onSplit: () => void
}

/** Who bears it: by default while nothing is decided, then each one's share, and what the supplier or the carrier made of theirs. */
export function WhoBears({ view, communityId, onSplit }: WhoBearsProps): ReactNode {
  const said = view.recovery?.supplierSaid
  if (comesBack(view)) return <Card title='谁来承担'>东西拿回来验过、没问题了再算{view.recoverFrom === 'supplier' && view.hasSupplier ? '，那时再请供货商认' : ''}。</Card>
  return (
    <Card title='谁来承担'>
      <Shares liability={view.liability} />
      <Bearer view={view} communityId={communityId} />
      {said && <View className='bears__said'>供货商先看过了，有不同意见：{DISPUTES[said.reason]}{said.words !== '' && `，“${said.words}”`}</View>}
      {view.mayDo.includes('splitLiability') && <View className='bears__split'><Button kind='quiet' label={view.recovery?.state === 'disputed' ? '商量好了，重新分' : '分一下谁承担'} onTap={onSplit} /></View>}
    </Card>
  )
}

/** Nobody is asked to bear what nobody has seen yet. */
function comesBack({ goods, liability }: CaseView): boolean {
  return goods !== null && ['awaitingReturn', 'returning', 'received'].includes(goods.state) && !liability?.decided
}

/** Each one's share, and whether somebody decided it or it only lies so. */
function Shares({ liability }: Pick<CaseView, 'liability'>): ReactNode {
  if (!liability) return null
  return (
    <View className='bears__shares'>
      <Facts facts={BEARER_CODES.filter(who => (liability.shares[who] ?? 0) > 0).map(who => ({ label: BEARERS[who], value: yuan(liability.shares[who] ?? 0) }))} />
      <View className='soft small'>{liability.decided ? '已经定了这样分。' : '还没分过，先这样算。'}</View>
    </View>
  )
}

function Bearer({ view, communityId }: { view: CaseView; communityId: string }): ReactNode {
  const { recovery } = view
  const carrier = view.recoverFrom === 'carrier'
  const who = carrier ? '快递' : '供货商'
  const how = carrier || view.liability?.decided || !recovery ? '' : `（${basisWords(recovery.basis)}）`
  switch (recovery?.state) {
    case 'claimed':
      if (view.takesEffect) return <View>{who}承担 {yuan(recovery.amount)}{how}，{carrier ? '要您跟他们说。' : '过几秒告诉他。'}</View>
      if (carrier) return <View>快递承担 {yuan(recovery.amount)}，<View className='bears__now'>等您跟他们说。</View>快递回了话，点「更多」里的「快递回话了」记下来。不影响您先退给邻居。</View>
      if (view.supplierGone) return <View><View className='bears__no'>! 供货商承担 {yuan(recovery.amount)}{how}，可是他那边现在没有人在这里，没人会认</View>请发个链接请他们进来，或者自己跟他说好再分。不影响您先退给邻居。</View>
      return <View>供货商承担 {yuan(recovery.amount)}{how}，已经告诉他了，<View className='bears__now'>等他认。</View>不影响您先退给邻居。</View>
    case 'admitted': return <View><View className='bears__yes'>✓ {who}认了 {yuan(recovery.amount)}{how}</View>{carrier ? '记得跟他们要。' : '下次跟他结账时扣掉。'}</View>
    case 'disputed': return (
      <View>
        <View className='bears__no'>! {who}没认 {yuan(recovery.amount)}{how}</View>
        {recovery.dispute && <View>{carrier ? '他们' : '他'}说：{DISPUTES[recovery.dispute.reason]}{recovery.dispute.words !== '' && `，“${recovery.dispute.words}”`}</View>}
        <View>邻居的钱不受影响。商量好了，在这里重新分；他那份会再请他认。{!carrier && '他再不认，按您分的记账，写上他不认。'}</View>
      </View>
    )
    case 'settled':
      if (recovery.standsAgainst) return <View><View className='bears__no'>! 供货商不认，先这样记账：供货商承担 {yuan(recovery.amount)}</View>{recovery.dispute && <View>他说：{DISPUTES[recovery.dispute.reason]}{recovery.dispute.words !== '' && `，“${recovery.dispute.words}”`}</View>}<View>不再变。结账的时候跟他当面说。</View></View>
      return <View className='bears__yes'>✓ 听过双方，定了，不再变{recovery.amount > 0 ? `：${who}承担 ${yuan(recovery.amount)}` : ''}</View>
    default:
      if (view.liability) return view.liability.decided || view.hasSupplier ? null : <WithoutSupplier communityId={communityId} />
      if (view.decision === 'agreed' && view.money === 'none' && view.goods !== null) return <View>没有要退的钱{view.goods.by === 'supplier' ? `，${sentGoods(view.remedy).it}由供货商出` : ''}。</View>
      if (['rejected', 'withdrawn', 'agreedNoMoney', 'dismissed', 'givingBack', 'returnOff'].includes(view.stage)) return <View>没有要退的钱，谁都不用承担。</View>
      return <NotClaimed view={view} communityId={communityId} />
  }
}

/** Who would be asked, as far as anybody is known who could be. */
function NotClaimed({ view, communityId }: { view: CaseView; communityId: string }): ReactNode {
  const { recovery } = view
  if (view.recoverFrom === 'nobody') return <View>这一类不找别人要，由卖家承担。</View>
  if (view.recoverFrom === 'carrier') return <View>快递。您先退给邻居，再跟快递要，这里会替您记着。</View>
  if (!view.hasSupplier) return <WithoutSupplier communityId={communityId} />
  return <View>供货商{recovery && recovery.expected > 0 && `，${basisWords(recovery.basis)}算 ${yuan(recovery.expected)}`}。您先退给邻居，这里会替您记着，并让供货商来认。</View>
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
