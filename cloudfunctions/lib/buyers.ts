import type { Order } from '../../domain/orders/order'
import { whyNotClaimable } from '../../domain/orders/claimable'
import { db, MOST_DOCUMENTS } from './database'
import type { Batch } from './incidents'

/** Orders with this product that still count: who has the goods at home. */
export async function buyersOf({ groupBuyId, productId }: Batch): Promise<Order[]> {
  const orders: Order[] = []
  for (;;) {
    const { data } = await db.collection('orders').where({ groupBuyId, 'lines.productId': productId }).orderBy('_id', 'asc').skip(orders.length).limit(MOST_DOCUMENTS).get()
    orders.push(...(data as Order[]))
    if (data.length < MOST_DOCUMENTS) return orders.filter(o => whyNotClaimable(o) === null)
  }
}
