import type { Household } from '../../domain/contract/calls'
import type { Community, Order } from '../../domain/orders/order'
import { _, db, MOST_DOCUMENTS } from './database'
import { deriveId } from './deriveId'

type Bought = Pick<Order, '_id' | 'communityId' | 'phoneHash' | 'buyer' | 'pickupPoint' | 'residents' | 'importedAt'>

/** Orders of one household: one phone in one community; an order whose phone is hidden stands for itself. */
export interface OwnHousehold {
  id: string
  /** Newest first. */
  orders: Bought[]
}

/** The households that this person's orders make. */
export async function householdsOf(personId: string): Promise<OwnHousehold[]> {
  const { data } = await db.collection('orders').where({ residents: personId }).orderBy('importedAt', 'desc').limit(MOST_DOCUMENTS)
    .field({ communityId: true, phoneHash: true, buyer: true, pickupPoint: true, residents: true, importedAt: true }).get() as { data: Bought[] }
  const households = new Map<string, Bought[]>()
  for (const order of data) {
    const id = householdId(order)
    households.set(id, [...(households.get(id) ?? []), order])
  }
  return [...households].map(([id, orders]) => ({ id, orders }))
}

/** What its own people see of a household; whoever is at the end of a list of a thousand orders shows there too. */
export async function householdCards(households: readonly OwnHousehold[]): Promise<Household[]> {
  const ids = [...new Set(households.flatMap(h => h.orders.map(o => o.communityId)))]
  if (ids.length === 0) return []
  const { data } = await db.collection('communities').where({ _id: _.in(ids) }).field({ name: true }).limit(ids.length).get() as { data: Pick<Community, '_id' | 'name'>[] }
  return households.map(({ id, orders }) => ({
    id, buyer: orders[0]?.buyer ?? '', pickupPoint: orders.find(o => o.pickupPoint !== '')?.pickupPoint ?? '',
    communityName: data.find(c => c._id === orders[0]?.communityId)?.name ?? '', orders: orders.length,
    people: new Set(orders.flatMap(o => o.residents)).size,
  }))
}

/** Which household an order is of. Says nothing about the phone to whoever reads it. */
export function householdId({ _id, communityId, phoneHash }: Pick<Order, '_id' | 'communityId' | 'phoneHash'>): string {
  return phoneHash === '' ? deriveId('household', communityId, 'order', _id) : deriveId('household', communityId, 'phone', phoneHash)
}
