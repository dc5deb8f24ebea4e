import { refuse } from '../../domain/contract/refusal'
import { comparable } from '../../domain/orders/cell'
import { ledGroupBuy } from '../lib/community'
import { _, insertOnce, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { deriveId } from '../lib/deriveId'
import type { SupplierDocument } from '../lib/supplier'

/** Says who answers for a product of a group-buy. Cases filed before keep who they had. */
export const nameSupplier: UseCase<'nameSupplier'> = async (caller, { groupBuyId, productId, supplierName }, now) => {
  const groupBuy = await ledGroupBuy(caller, groupBuyId)
  if (!groupBuy.products.some(p => p.id === productId)) refuse('NOT_FOUND', '找不到这件商品', 'productId')
  // The same id an import would make of this name: one supplier, however it was named first.
  const supplier: SupplierDocument = {
    _id: deriveId('supplier', groupBuy.communityId, comparable(supplierName)), communityId: groupBuy.communityId, name: supplierName, people: [], createdAt: now,
  }
  await insertOnce('suppliers', supplier)
  const products = groupBuy.products.map(p => (p.id === productId ? { ...p, supplierId: supplier._id } : p))
  const saved = await updateOne('groupBuys', { _id: groupBuyId, version: groupBuy.version }, { products: _.set(products), version: _.inc(1) })
  if (!saved) refuse('GROUP_BUY_CHANGED', '这个团刚刚有变动，请再试一次')
  return { supplierId: supplier._id }
}
