import type { RoutesPage } from '../../domain/contract/calls'
import type { GroupBuy, Supplier } from '../../domain/orders/order'
import { productKey } from '../../domain/orders/productKey'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import { page } from './oneRequest'
import type { Standing } from './standards'

/** Group-buys whose products can be chosen: half a year of a busy leader. */
const MOST_GROUP_BUYS = 100
const MOST_SUPPLIERS = 200

/** What a rule can name, read beside who asks. */
export function besideRoutes(communityId: string) {
  return {
    suppliers: page<Supplier>('suppliers', { communityId }, { sort: { createdAt: -1 }, limit: MOST_SUPPLIERS }),
    groupBuys: page<Pick<GroupBuy, 'products'>>('groupBuys', { communityId }, { sort: { importedAt: -1 }, limit: MOST_GROUP_BUYS, fields: { products: true } }),
  }
}

export function routesPage({ community, mayEdit }: Pick<Standing, 'community' | 'mayEdit'>, { suppliers, groupBuys }: { suppliers: Supplier[]; groupBuys: Pick<GroupBuy, 'products'>[] }): RoutesPage {
  const products = new Map(groupBuys.flatMap(g => g.products).map(({ title, spec }) => [productKey(title, spec), { key: productKey(title, spec), title, spec }]))
  return {
    version: community.routes?.version ?? 0, rules: community.routes?.rules ?? [], mayEdit, hasDesk: hasDesk(community),
    suppliers: suppliers.map(s => ({ id: s._id, name: s.name })), products: [...products.values()],
  }
}
