import { ledGroupBuy } from '../lib/community'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'

/** 取走了. The first mark's time stays; taking a mark away is for slips of the finger. */
export const markPickedUp: UseCase<'markPickedUp'> = async (caller, { groupBuyId, orderIds, pickedUp }, now) => {
  await ledGroupBuy(caller, groupBuyId)
  const marked = pickedUp ? { pickedUpAt: null } : { pickedUpAt: _.gt(0) }
  const { updated } = await db.collection('orders').where({ _id: _.in(orderIds), groupBuyId, ...marked }).update({ pickedUpAt: pickedUp ? now : null })
  return { changed: updated ?? 0 }
}
