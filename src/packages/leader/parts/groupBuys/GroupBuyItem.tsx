import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { GroupBuyCard } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { ProductTile } from '../../../../components/ProductTile/ProductTile'
import { go } from '../../../../components/go'
import { Tap } from '../../../../components/Tap/Tap'
import { WarningBadge } from '../../../../components/WarningBadge/WarningBadge'
import { useNow } from '../../../../components/useNow'
import { refundsPage } from '../refunds/refundsPage'
import { Way } from '../Way'
import './GroupBuyItem.scss'

/** Products without a supplier shown before all are asked for. */
const FIRST = 3

export type Product = GroupBuyCard['products'][number]

interface GroupBuyItemProps {
  groupBuy: GroupBuyCard
  communityId: string
  onArrived: () => void
  onShare: () => void
  onName: (product: Product) => void
}

/** What can be done with a group-buy, in the order of its life. */
const STEPS = ['arrived', 'count', 'share', 'behalf', 'chat', 'refunds', 'progress', 'warn'] as const
type Step = (typeof STEPS)[number]

/** What is to be done next: it comes, is counted, is refunded where something was bad; and meanwhile the neighbours need its card. */
export function nextStep({ arrivedAt, counted, toRefund }: Pick<GroupBuyCard, 'arrivedAt' | 'counted' | 'toRefund'>): Step {
  if (toRefund > 0) return 'refunds'
  if (arrivedAt === null) return 'arrived'
  return counted ? 'share' : 'count'
}

/** One round of selling: has it come, its card for the chat, what still lacks a supplier. */
export function GroupBuyItem({ groupBuy, communityId, onArrived, onShare, onName }: GroupBuyItemProps): ReactNode {
  const now = useNow()
  const [all, setAll] = useState(false)
  const nobodys = groupBuy.products.filter(p => p.supplierId === null)
  const named = groupBuy.products.filter(p => p.supplierId !== null)
  const shown = all ? nobodys : nobodys.slice(0, FIRST)
  const stopped = groupBuy.products.flatMap(p => (p.warningId === null ? [] : [{ ...p, warningId: p.warningId }]))
  const next = nextStep(groupBuy)
  const here = `groupBuy=${encodeURIComponent(groupBuy.id)}`
  const ways: Record<Step, { label: string; spoken: string; onTap: () => void }> = {
    arrived: { label: '已到货', spoken: `${groupBuy.title}已到货`, onTap: onArrived },
    refunds: { label: groupBuy.toRefund > 0 ? `退款表 · ${groupBuy.toRefund} 笔要退` : '退款表', spoken: `${groupBuy.title}的退款表`, onTap: () => go(refundsPage(communityId, groupBuy.id)) },
    count: { label: '到货清点', spoken: `${groupBuy.title}的到货清点`, onTap: () => go(`/packages/leader/arrival/index?community=${communityId}&${here}`) },
    share: { label: '发到群里', spoken: `把${groupBuy.title}的卡片发到群里`, onTap: onShare },
    behalf: { label: '替邻居报', spoken: `在${groupBuy.title}里替邻居报`, onTap: () => go(`/packages/leader/behalf/index?${here}`) },
    chat: { label: '粘贴群聊', spoken: `把${groupBuy.title}的群聊粘贴进来`, onTap: () => go(`/packages/leader/chat/index?${here}`) },
    progress: { label: '进展卡片', spoken: `${groupBuy.title}的进展卡片`, onTap: () => go(`/packages/leader/progress/index?${here}`) },
    warn: { label: '有危险，叫停', spoken: `${groupBuy.title}里有东西有危险，叫大家先别吃先别用`, onTap: () => go(`/packages/leader/warning/index?${here}&community=${communityId}`) },
  }
  const button = (step: Step, main: boolean) => <Button key={step} kind={main ? 'primary' : 'quiet'} label={ways[step].label} spokenLabel={ways[step].spoken} onTap={ways[step].onTap} />
  return (
    <Card>
      <View className='group-buy__title'>{groupBuy.title}</View>
      <View className='soft'>{groupBuy.orders} 单 · {groupBuy.products.length} 种商品</View>
      {groupBuy.arrivedAt === null
        ? <View className='group-buy__state amber'>还没到货，到了请点「已到货」</View>
        : <View className='group-buy__state green'>✓ {spoken(groupBuy.arrivedAt, now)}到货</View>}
      {stopped.map(p => <WarningBadge alone key={p.id} title={p.title} warningId={p.warningId} page='/packages/leader/warning/index' />)}
      <View className='group-buy__next'>{button(next, true)}</View>
      <View className='group-buy__ways'>{STEPS.filter(step => step !== next && (step !== 'arrived' || groupBuy.arrivedAt === null)).map(step => button(step, false))}</View>
      {named.length > 0 && <View className='group-buy__accounts'>{suppliersOf(named).map(s => <Way key={s.id} label={`跟「${s.name}」的账`} onTap={() => go(`/packages/leader/bundle/index?supplier=${s.id}&groupBuy=${groupBuy.id}`)} />)}</View>}
      {nobodys.length > 0 && (
        <View className='group-buy__nobodys'>
          <View className='amber'>! {nobodys.length} 种商品没填供货商，退的钱先由您承担</View>
          {shown.map(p => <ProductLine key={p.id} product={p} onName={() => onName(p)} />)}
        </View>
      )}
      {all || groupBuy.products.length > shown.length
        ? <Tap className='group-buy__toggle' label={all ? '收起商品' : `看全部 ${groupBuy.products.length} 种商品`} onTap={() => setAll(!all)}>{all ? '收起商品 ▴' : `看全部 ${groupBuy.products.length} 种商品 ▾`}</Tap>
        : null}
      {all && named.map(p => <ProductLine key={p.id} product={p} onName={() => onName(p)} />)}
    </Card>
  )
}

/** Each supplier of these products, once. */
function suppliersOf(products: readonly Product[]): { id: string; name: string }[] {
  return [...new Map(products.flatMap(p => (p.supplierId === null ? [] : [[p.supplierId, { id: p.supplierId, name: p.supplierName ?? '' }] as const]))).values()]
}

function ProductLine({ product, onName }: { product: Product; onName: () => void }): ReactNode {
  const named = product.supplierName
  return (
    <View className='group-buy__product'>
      <ProductTile title={product.title} size='small' />
      <View className='group-buy__words'>
        <View className='group-buy__goods'>{product.title}</View>
        <View className='soft small'>{[product.spec, product.price === null ? '没有单价' : yuan(product.price), named ?? ''].filter(w => w !== '').join(' · ')}</View>
      </View>
      <View className='group-buy__name'><Button narrow kind={named === null ? 'plain' : 'quiet'} label={named === null ? '填供货商' : '换'} spokenLabel={named === null ? `给${product.title}填供货商` : `${product.title}现在是${named}供货，换一个`} onTap={onName} /></View>
    </View>
  )
}
