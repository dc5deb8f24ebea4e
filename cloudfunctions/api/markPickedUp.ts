import { refuse } from '../../domain/contract/refusal'
import { heldOf } from '../../domain/hazard/affected'
import type { GroupBuy, Order } from '../../domain/orders/order'
import { ledGroupBuy } from '../lib/community'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'

/** 取走了. The first mark's time stays; taking a mark away is for slips of the finger. What is on hold must be said to have stayed here. */
export const markPickedUp: UseCase<'markPickedUp'> = async (caller, { groupBuyId, orderIds, pickedUp, heldStays }, now) => {
  const groupBuy = await ledGroupBuy(caller, groupBuyId)
  if (pickedUp && heldStays !== true) await mustNotBeHeld(groupBuy, orderIds)
  const marked = pickedUp ? { pickedUpAt: null } : { pickedUpAt: _.gt(0) }
  const { updated } = await db.collection('orders').where({ _id: _.in(orderIds), groupBuyId, ...marked }).update({ pickedUpAt: pickedUp ? now : null })
  return { changed: updated ?? 0 }
}

async function mustNotBeHeld(groupBuy: GroupBuy, orderIds: readonly string[]): Promise<void> {
  if (!Object.values(groupBuy.warnings ?? {}).some(w => w.held)) return
  const { data } = await db.collection('orders').where({ _id: _.in(orderIds), groupBuyId: groupBuy._id, pickedUpAt: null }).field({ lines: true }).limit(orderIds.length).get()
  const [held] = (data as Pick<Order, 'lines'>[]).flatMap(o => heldOf(o, groupBuy.warnings))
  if (held !== undefined) refuse('PRODUCT_HELD', `「${held}」有安全问题，先别发`, 'orderIds')
}
