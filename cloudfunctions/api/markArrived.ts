import { _, findById, updateOne } from '../lib/database'
import { ledGroupBuy } from '../lib/community'
import type { UseCase } from '../lib/door'
import type { GroupBuy } from '../../domain/orders/order'

/** 已到货: when the goods came. The first tap counts; repeating it changes nothing. */
export const markArrived: UseCase<'markArrived'> = async (caller, { groupBuyId }, now) => {
  const groupBuy = await ledGroupBuy(caller, groupBuyId)
  if (groupBuy.arrivedAt !== null) return { arrivedAt: groupBuy.arrivedAt }
  if (await updateOne('groupBuys', { _id: groupBuyId, arrivedAt: null }, { arrivedAt: now, version: _.inc(1) })) return { arrivedAt: now }
  const again = await findById<GroupBuy>('groupBuys', groupBuyId)
  return { arrivedAt: again?.arrivedAt ?? now }
}
