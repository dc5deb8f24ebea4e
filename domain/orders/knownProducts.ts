import type { KnownProduct } from './basket'
import type { GroupBuy } from './order'
import type { ParsedProduct } from './readProductRows'

/** What `readOrderRows` should know beforehand: the product list that came along, then the products of earlier imports. */
export function knownProducts(list: readonly ParsedProduct[], groupBuys: readonly GroupBuy[]): (KnownProduct & { groupBuyTitle: string })[] {
  return [
    ...list.map(({ groupBuyTitle, title, spec }) => ({ groupBuyTitle, title, spec })),
    ...groupBuys.flatMap(groupBuy => groupBuy.products.map(({ title, spec }) => ({ groupBuyTitle: groupBuy.title, title, spec }))),
  ]
}
