import type { GroupBuy } from '../../domain/orders/order'
import { notHiddenFrom } from '../lib/cases'
import { readAsLeader } from '../lib/community'
import { countBy } from '../lib/counts'
import { _ } from '../lib/database'
import type { UseCase } from '../lib/door'
import { UNPAID } from '../lib/refunds'
import { asksBasis, type SupplierDocument } from '../lib/supplier'
import { page, total, totalsBy } from '../lib/oneRequest'

/** A leader runs a few rounds a week; the last half year or so. */
const LATEST = 50
/** Group-buys with refunds to be made; those of long ago may be among them. */
const MOST_REFUNDED = 500

export const listGroupBuys: UseCase<'listGroupBuys'> = async (caller, { communityId }) => {
  const { rounds, known, bindingsWaiting, refunds } = await readAsLeader(caller, communityId, {
    rounds: page<GroupBuy>('groupBuys', { communityId }, { sort: { importedAt: -1 }, limit: LATEST }),
    known: page<SupplierDocument>('suppliers', { communityId }, { sort: { name: 1 }, limit: 200 }),
    refunds: totalsBy('cases', { communityId, holder: 'leader', 'state.money': _.in(UNPAID), ...notHiddenFrom(caller.personId, [communityId]) }, 'groupBuyId', MOST_REFUNDED),
    bindingsWaiting: total('bindings', { communityId, state: 'asked' }),
  })
  const orders = rounds.length === 0 ? new Map<unknown, number>() : await countBy('orders', { groupBuyId: _.in(rounds.map(g => g._id)) }, 'groupBuyId', LATEST)
  return {
    groupBuys: rounds.map(g => ({
      id: g._id, title: g.title, arrivedAt: g.arrivedAt, orders: orders.get(g._id) ?? 0, counted: (g.checks ?? []).length > 0, toRefund: refunds.get(g._id) ?? 0,
      products: g.products.map(p => ({
        id: p.id, title: p.title, spec: p.spec, price: p.price, supplierId: p.supplierId, supplierName: known.find(s => s._id === p.supplierId)?.name ?? null,
        warningId: g.warnings?.[p.id]?.warningId ?? null,
      })),
    })),
    suppliers: known.map(s => ({ id: s._id, name: s.name, people: s.people.length, recoverAt: s.recoverAt ?? 'retail' as const, asksBasis: asksBasis(s, rounds) })),
    bindingsWaiting,
  }
}
