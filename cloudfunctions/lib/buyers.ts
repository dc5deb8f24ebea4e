import type { Order } from '../../domain/orders/order'
import { db, MOST_DOCUMENTS } from './database'
import type { Batch } from './incidents'

/** Every order with this product, also those whose money went back: who of them counts is for the domain to say. */
export async function buyersOf({ groupBuyId, productId }: Batch): Promise<Order[]> {
  const orders: Order[] = []
  for (;;) {
    const { data } = await db.collection('orders').where({ groupBuyId, 'lines.productId': productId }).orderBy('_id', 'asc').skip(orders.length).limit(MOST_DOCUMENTS).get()
    orders.push(...(data as Order[]))
    if (data.length < MOST_DOCUMENTS) return orders
  }
}
