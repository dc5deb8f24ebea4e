import { refuse } from '../../domain/contract/refusal'
import { mayHaveIt } from '../../domain/hazard/affected'
import { buyersOf } from '../lib/buyers'
import { ledGroupBuy } from '../lib/community'
import type { UseCase } from '../lib/door'
import { householdId } from '../lib/households'
import { activeWarning, productsOf } from '../lib/findWarning'

/** How many households a warning would reach, before it is sent; or the one that is out already. */
export const previewWarning: UseCase<'previewWarning'> = async (caller, { groupBuyId, productId }) => {
  const groupBuy = await ledGroupBuy(caller, groupBuyId)
  const product = groupBuy.products.find(p => p.id === productId)
  if (!product) refuse('NOT_FOUND', '找不到这个商品', 'productId')
  const [products, active] = await Promise.all([productsOf(groupBuy.communityId, product), activeWarning(groupBuy.communityId, product)])
  const orders = (await Promise.all(products.map(buyersOf))).flat().filter(mayHaveIt)
  const here = new Set(orders.filter(o => o.residents.length > 0).map(householdId))
  return {
    title: product.title, spec: product.spec, warningId: active?._id ?? null, households: new Set(orders.map(householdId)).size, here: here.size,
    groupBuys: products.map(p => ({ id: p.groupBuyId, title: p.groupBuyTitle })), hasSupplier: products.some(p => p.supplierId !== null),
  }
}
