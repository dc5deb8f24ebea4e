import type { GroupBuy } from '../../domain/orders/order'
import { mustLead } from '../lib/community'
import { count, countBy } from '../lib/counts'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import type { SupplierDocument } from '../lib/supplier'

/** A leader runs a few rounds a week; the last half year or so. */
const LATEST = 50

export const listGroupBuys: UseCase<'listGroupBuys'> = async (caller, { communityId }) => {
  const [person, groupBuys, suppliers, bindingsWaiting] = await Promise.all([
    loadPerson(caller),
    db.collection('groupBuys').where({ communityId }).orderBy('importedAt', 'desc').limit(LATEST).get(),
    db.collection('suppliers').where({ communityId }).orderBy('name', 'asc').limit(200).get(),
    count('bindings', { communityId, state: 'asked' }),
  ])
  mustLead(person, communityId)
  const known = suppliers.data as SupplierDocument[]
  const rounds = groupBuys.data as GroupBuy[]
  const orders = rounds.length === 0 ? new Map<unknown, number>() : await countBy('orders', { groupBuyId: _.in(rounds.map(g => g._id)) }, 'groupBuyId', LATEST)
  return {
    groupBuys: rounds.map(g => ({
      id: g._id, title: g.title, arrivedAt: g.arrivedAt, orders: orders.get(g._id) ?? 0,
      products: g.products.map(p => ({
        id: p.id, title: p.title, spec: p.spec, price: p.price, supplierId: p.supplierId, supplierName: known.find(s => s._id === p.supplierId)?.name ?? null,
      })),
    })),
    suppliers: known.map(s => ({ id: s._id, name: s.name, people: s.people.length, recoverAt: s.recoverAt ?? 'retail' as const })),
    bindingsWaiting,
  }
}
