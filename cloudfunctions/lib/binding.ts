import { ordersOfHousehold } from '../../domain/orders/bindOrders'
import type { Order } from '../../domain/orders/order'
import { _, db, MOST_DOCUMENTS } from './database'
import { takeOverAll } from './takeOver'
import { lookAgain } from './warnings'

/** A household whose phone the export masks asks the leader. */
export interface BindingDocument {
  /** Made of person and group-buy and number: asking twice is one request. */
  _id: string
  communityId: string
  groupBuyId: string
  groupBuyTitle: string
  personId: string
  joinNumber: string
  phoneLast4: string
  orderIds: string[]
  buyers: string[]
  state: 'asked' | 'confirmed' | 'refused'
  askedAt: number
}

/** Binds proven orders and those of the same household in the community; what the leader filed for them becomes the person's. @returns how many belong to the person now */
export async function bindHousehold(personId: string, matched: readonly Order[], now: number): Promise<number> {
  const orders = [...matched, ...ordersOfHousehold(matched, await sameHousehold(matched))]
  await db.collection('orders').where({ _id: _.in(orders.map(o => o._id)) }).update({ residents: _.addToSet(personId) })
  // Who comes while something is warned of is told as well.
  await Promise.all([takeOverAll(orders.map(o => o._id), personId, now), ...[...new Set(orders.map(o => o.communityId))].map(id => lookAgain(id, now))])
  return orders.length
}

async function sameHousehold(matched: readonly Order[]): Promise<Order[]> {
  const first = matched.find(o => o.phoneHash !== '')
  if (!first) return []
  const { data } = await db.collection('orders').where({ communityId: first.communityId, phoneHash: first.phoneHash }).limit(MOST_DOCUMENTS).get()
  return data as Order[]
}
