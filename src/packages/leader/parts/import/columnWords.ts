import type { OrderMeaning } from '../../../../../domain/orders/columns'

/** What a recognised column is used for, in the leader's words. */
const COLUMN_WORDS: Record<OrderMeaning, string> = {
  orderNumber: '订单号', groupBuyTitle: '哪个团', joinNumber: '跟团号', buyer: '谁买的', buyerNote: '买家备注', paidAt: '什么时候付的', leaderNote: '团长备注',
  basket: '买了什么', productKinds: '几种商品', total: '付了多少', refunded: '退过多少', status: '订单状态', pickupPoint: '自提点', receiver: '收货人', phone: '手机号（不留全号）', address: '房号（只留楼栋和房间）',
}

/** @returns null for a column that is not used */
export function columnWords(meaning: string | null): string | null {
  return meaning === null ? null : (COLUMN_WORDS as Record<string, string>)[meaning] ?? null
}
