import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { GroupBuyCard } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { ProductTile } from '../../../../components/ProductTile/ProductTile'
import { Tap } from '../../../../components/Tap/Tap'
import { go } from '../../../../components/go'
import { useNow } from '../../../../components/useNow'
import './GroupBuyItem.scss'

/** Products without a supplier shown before all are asked for. */
const FIRST = 3

export type Product = GroupBuyCard['products'][number]

interface GroupBuyItemProps {
  groupBuy: GroupBuyCard
  onArrived: () => void
  onShare: () => void
  onName: (product: Product) => void
}

/** One round of selling: has it come, its card for the chat, what still lacks a supplier. */
export function GroupBuyItem({ groupBuy, onArrived, onShare, onName }: GroupBuyItemProps): ReactNode {
  const now = useNow()
  const [all, setAll] = useState(false)
  const nobodys = groupBuy.products.filter(p => p.supplierId === null)
  const named = groupBuy.products.filter(p => p.supplierId !== null)
  const shown = all ? nobodys : nobodys.slice(0, FIRST)
  return (
    <Card>
      <View className='group-buy__title'>{groupBuy.title}</View>
      <View className='soft'>{groupBuy.orders} 单 · {groupBuy.products.length} 种商品</View>
      {groupBuy.arrivedAt === null
        ? <View className='group-buy__state amber'>还没到货，到了请点「已到货」</View>
        : <View className='group-buy__state green'>✓ {spoken(groupBuy.arrivedAt, now)}到货</View>}
      <View className='group-buy__ways'>
        {groupBuy.arrivedAt === null && <Button kind='primary' label='已到货' spokenLabel={`${groupBuy.title}已到货`} onTap={onArrived} />}
        <Button label='替邻居报' spokenLabel={`在${groupBuy.title}里替邻居报`} onTap={() => go(`/packages/leader/behalf/index?groupBuy=${encodeURIComponent(groupBuy.id)}`)} />
        <Button label='粘贴群聊' spokenLabel={`把${groupBuy.title}的群聊粘贴进来`} onTap={() => go(`/packages/leader/chat/index?groupBuy=${encodeURIComponent(groupBuy.id)}`)} />
        <Button label='进展卡片' spokenLabel={`${groupBuy.title}的进展卡片`} onTap={() => go(`/packages/leader/progress/index?groupBuy=${encodeURIComponent(groupBuy.id)}`)} />
        <Button label='发到群里' spokenLabel={`把${groupBuy.title}的卡片发到群里`} onTap={onShare} />
      </View>
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
