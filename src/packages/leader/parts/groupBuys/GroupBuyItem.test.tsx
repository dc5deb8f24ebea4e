import { render, screen } from '@testing-library/react'
import type { GroupBuyCard } from '../../../../../domain/contract/calls'
import { GroupBuyItem } from './GroupBuyItem'

const card = (over: Partial<GroupBuyCard>): GroupBuyCard => ({ id: 'g', title: '周五水果团', arrivedAt: 1, orders: 80, counted: false, toRefund: 0, products: [], ...over })

test.each<[string, Partial<GroupBuyCard>, string]>([
  ['not here yet', { arrivedAt: null }, '已到货'],
  ['here, and not counted', {}, '到货清点'],
  ['refunds to be made', { toRefund: 20 }, '退款表 · 20 笔要退'],
  ['counted, nothing to refund', { counted: true }, '发到群里'],
])('%s: one next step stands out, the others stay at hand', (_what, over, next) => {
  const nothing = () => undefined
  const { container } = render(<GroupBuyItem groupBuy={card(over)} communityId='c' onArrived={nothing} onShare={nothing} onName={nothing} />)
  expect([...container.querySelectorAll('.button--primary')].map(b => b.textContent)).toEqual([next])
  expect(screen.getAllByRole('button')).toHaveLength(over.arrivedAt === null ? 8 : 7)
})
