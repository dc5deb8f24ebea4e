import type { KnownProduct } from './basket'
import type { Product } from './order'
import { productKey } from './productKey'
import type { ParsedProduct } from './readProductRows'

/** A product list's word on a product, its supplier's name already turned into an id. */
export type ListedProduct = Pick<ParsedProduct, 'title' | 'spec' | 'price' | 'cost' | 'delivery'> & {
  supplierId: string | null
  /** False for a row that names no group-buy: it tells about products that are sold, and adds none. */
  ofThisGroupBuy: boolean
}

/** The products, and which of them a name in a list or a basket means (by `productKey`). */
export interface MergedProducts {
  products: Product[]
  byKey: ReadonlyMap<string, Product>
}

/**
 * A group-buy's products after an import: those stored, then those of the list, then those only found in baskets.
 * None is dropped, none changes its id, title or spec. What a list says of price, cost, supplier and delivery replaces what is stored; what it
 * leaves empty stays, so that a supplier named by hand survives a list that names none.
 * @param idOf id of a new product, from its `productKey`
 */
export function mergeProducts(
  stored: readonly Product[], list: readonly ListedProduct[], sold: readonly KnownProduct[], idOf: (key: string) => string,
): MergedProducts {
  const products = stored.map(product => ({ ...product }))
  const byKey = new Map(products.map(product => [productKey(product.title, product.spec), product]))
  const addMissing = ({ title, spec }: KnownProduct) => {
    const key = productKey(title, spec)
    if (byKey.has(key)) return
    const id = idOf(key)
    // Stored under a title that was edited since: still the product that came by this name.
    const known = products.find(product => product.id === id)
    const product = known ?? { id, title, spec, price: null, cost: null, supplierId: null, delivery: 'unknown' as const }
    if (!known) products.push(product)
    byKey.set(key, product)
  }
  list.filter(entry => entry.ofThisGroupBuy).forEach(addMissing)
  sold.forEach(addMissing)
  // A row for this group-buy outweighs one for any: it comes last.
  for (const entry of [...list].sort((a, b) => Number(a.ofThisGroupBuy) - Number(b.ofThisGroupBuy))) {
    const product = byKey.get(productKey(entry.title, entry.spec))
    if (!product) continue
    if (entry.price !== null) product.price = entry.price
    if (entry.cost !== null) product.cost = entry.cost
    if (entry.supplierId !== null) product.supplierId = entry.supplierId
    if (entry.delivery !== 'unknown') product.delivery = entry.delivery
  }
  return { products, byKey }
}
