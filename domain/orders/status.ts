import { comparable } from './cell'
import type { OrderStatus } from './order'

/**
 * The exports' words. 已发货 and 已送达 are the shop's view, not ours: what counts is that the household paid.
 * 部分退款 stays paid, the refund column says how much. 退款中 is left out on purpose: whether money is on its way back must be asked.
 */
const words: Readonly<Record<string, OrderStatus>> = {
  已支付: 'paid', 已付款: 'paid', 待发货: 'paid', 部分发货: 'paid', 已发货: 'paid', 待收货: 'paid', 已送达: 'paid', 已收货: 'paid', 已完成: 'paid', 部分退款: 'paid',
  待支付: 'unpaid', 待付款: 'unpaid', 未支付: 'unpaid', 未付款: 'unpaid',
  已取消: 'cancelled', 已关闭: 'cancelled',
  已退款: 'refunded', 全额退款: 'refunded', 已全额退款: 'refunded',
}

/** The order's status in our words, or null for a word we do not know: such a row is refused, not guessed. */
export function readStatus(text: string): OrderStatus | null {
  const word = comparable(text)
  return Object.hasOwn(words, word) ? words[word] ?? null : null
}
