import type { GroupBuy } from '../../domain/orders/order'
import { asLeader } from '../lib/community'
import { db } from '../lib/database'
import type { UseCase } from '../lib/door'
import type { SupplierDocument } from '../lib/supplier'

/** A leader runs a few rounds a week; the last half year or so. */
const LATEST = 50

export const listGroupBuys: UseCase<'listGroupBuys'> = async (caller, { communityId }) => {
  await asLeader(caller, communityId)
  const [groupBuys, suppliers, bindings] = await Promise.all([
    db.collection('groupBuys').where({ communityId }).orderBy('importedAt', 'desc').limit(LATEST).get(),
    db.collection('suppliers').where({ communityId }).orderBy('name', 'asc').limit(200).get(),
    db.collection('bindings').where({ communityId, state: 'asked' }).count(),
  ])
  const known = suppliers.data as SupplierDocument[]
  const counted = await Promise.all((groupBuys.data as GroupBuy[]).map(async g => ({ g, orders: (await db.collection('orders').where({ groupBuyId: g._id }).count()).total ?? 0 })))
  return {
    groupBuys: counted.map(({ g, orders }) => ({
      id: g._id, title: g.title, arrivedAt: g.arrivedAt, orders,
      products: g.products.map(p => ({
        id: p.id, title: p.title, spec: p.spec, price: p.price, supplierId: p.supplierId, supplierName: known.find(s => s._id === p.supplierId)?.name ?? null,
      })),
    })),
    suppliers: known.map(s => ({ id: s._id, name: s.name, people: s.people.length })),
    bindingsWaiting: bindings.total ?? 0,
  }
}
