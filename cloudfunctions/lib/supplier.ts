import type { GroupBuy, RecoverAt, Supplier } from '../../domain/orders/order'
import { findById } from './database'

/** A supplier as stored: with those who act for it, so that a message finds them in one read. */
export interface SupplierDocument extends Supplier {
  /** Person ids. */
  people: string[]
}

/** Whether the leader is to be asked what claims go by: a price list has costs, and nobody has said. */
export function asksBasis({ _id, recoverAt }: Supplier, groupBuys: readonly Pick<GroupBuy, 'products'>[]): boolean {
  return recoverAt === undefined && groupBuys.some(g => g.products.some(p => p.supplierId === _id && typeof p.cost === 'number'))
}

/** What claims against this supplier go by from now on. */
export async function agreedWith(supplierId: string): Promise<RecoverAt> {
  return (await findById<SupplierDocument>('suppliers', supplierId))?.recoverAt ?? 'retail'
}
