import { productKey } from '../orders/productKey'
import type { GroupBuy, Order, Product } from '../orders/order'
import type { DoThis } from './warning'

/** A product of one group-buy that a warning is about. */
export interface AffectedProduct { groupBuyId: string; groupBuyTitle: string; productId: string; supplierId: string | null }

/** What stands at a product while it is warned of; by product id in the group-buy, so that each is written by itself. */
export interface ProductWarning { warningId: string; doThis: DoThis; held: boolean; at: number }

/** The same product wherever it was sold: by what makes two products of one group-buy the same. */
export function affectedProducts(key: string, groupBuys: readonly (Pick<GroupBuy, '_id' | 'title'> & { products: readonly Pick<Product, 'id' | 'title' | 'spec' | 'supplierId'>[] })[]): AffectedProduct[] {
  return groupBuys.flatMap(g => g.products.filter(p => productKey(p.title, p.spec) === key).map(p => ({ groupBuyId: g._id, groupBuyTitle: g.title, productId: p.id, supplierId: p.supplierId })))
}

/**
 * Whether the household may have the goods: also when the money went back, and when it never paid and fetched them all the same. A warning too many
 * does no harm.
 */
export function mayHaveIt(order: Pick<Order, 'status' | 'pickedUpAt'>): boolean {
  return order.status === 'paid' || order.status === 'refunded' || typeof order.pickedUpAt === 'number'
}

/** Titles of what an order brought that must not be handed out now. */
export function heldOf(order: Pick<Order, 'lines'>, warnings: GroupBuy['warnings']): string[] {
  return [...new Set(order.lines.filter(l => warnings?.[l.productId]?.held).map(l => l.title))]
}
