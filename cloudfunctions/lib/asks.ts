import { refuse } from '../../domain/contract/refusal'
import type { Ask } from '../../domain/orders/ask'
import type { Order } from '../../domain/orders/order'
import type { Caller } from './caller'
import { findById } from './database'

/** A question to the caller's own household; anybody else's is not there for them. */
export async function ownAsk(caller: Caller, id: string): Promise<Ask> {
  const ask = await findById<Ask>('asks', id)
  const order = ask && await findById<Order>('orders', ask.orderId)
  if (!ask || !order?.residents.includes(caller.personId)) refuse('NOT_FOUND', '找不到这个问题', 'askId')
  return ask
}
