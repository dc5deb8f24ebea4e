import { lateFirst } from '../../domain/orders/refundSheet'
import type { UseCase } from '../lib/door'
import { loadRefunds } from '../lib/refunds'

export const refundSheet: UseCase<'refundSheet'> = async (caller, { groupBuyId }, now) => {
  const { groupBuy, exportedAt, rows, pending } = await loadRefunds(caller, groupBuyId, now)
  return { title: groupBuy.title, refundIn: groupBuy.refundIn, exportedAt, rows: lateFirst(rows, now), pending }
}
