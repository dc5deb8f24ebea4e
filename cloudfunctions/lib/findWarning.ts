import { affectedProducts, type AffectedProduct } from '../../domain/hazard/affected'
import type { GroupBuy, Product } from '../../domain/orders/order'
import { productKey } from '../../domain/orders/productKey'
import { db, MOST_DOCUMENTS } from './database'
import type { WarningDocument } from './warnings'

type Sold = Pick<GroupBuy, '_id' | 'title'> & { products: Pick<Product, 'id' | 'title' | 'spec' | 'supplierId'>[] }

/** Wherever a product was sold in a community. */
export async function productsOf(communityId: string, product: Pick<Product, 'title' | 'spec'>): Promise<AffectedProduct[]> {
  const groupBuys: Sold[] = []
  for (let more = true; more;) {
    const { data } = await db.collection('groupBuys').where({ communityId }).orderBy('_id', 'asc').field({ title: true, products: true }).skip(groupBuys.length).limit(MOST_DOCUMENTS).get()
    groupBuys.push(...(data as Sold[]))
    more = data.length === MOST_DOCUMENTS
  }
  return affectedProducts(productKey(product.title, product.spec), groupBuys)
}

/** Every warning there ever was about a product, in the order of their starting. */
export async function warningsAbout(communityId: string, product: Pick<Product, 'title' | 'spec'>): Promise<WarningDocument[]> {
  const { data } = await db.collection('warnings').where({ communityId, key: productKey(product.title, product.spec) }).orderBy('createdAt', 'asc').limit(MOST_DOCUMENTS).get()
  return data as WarningDocument[]
}

export async function activeWarning(communityId: string, product: Pick<Product, 'title' | 'spec'>): Promise<WarningDocument | null> {
  return (await warningsAbout(communityId, product)).find(w => w.state.state === 'active') ?? null
}
