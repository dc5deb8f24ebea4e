import type { Order } from '../../domain/orders/order'
import { db, MOST_DOCUMENTS } from './database'

/** Every order of a group-buy. */
export async function ordersOf(groupBuyId: string): Promise<Order[]> {
  const orders: Order[] = []
  for (;;) {
    const { data } = await db.collection('orders').where({ groupBuyId }).orderBy('_id', 'asc').skip(orders.length).limit(MOST_DOCUMENTS).get()
    orders.push(...(data as Order[]))
    if (data.length < MOST_DOCUMENTS) return orders
  }
}
