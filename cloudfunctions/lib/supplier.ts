import type { GroupBuy, RecoverAt, Supplier } from '../../domain/orders/order'
import { findById } from './database'

/** A supplier as stored: with those who act for it, so that a message finds them in one read. */
export interface SupplierDocument extends Supplier {
  /** Person ids. */
  people: string[]
  /** Somebody's part ended, and nobody joined since: where nobody is left, what waits for them goes back. Missing: nobody's did. */
  left?: boolean
}

/** Whether the leader is to be asked what claims go by: a price list has costs, and nobody has said. */
export function asksBasis({ _id, recoverAt }: Supplier, groupBuys: readonly Pick<GroupBuy, 'products'>[]): boolean {
  return recoverAt === undefined && groupBuys.some(g => g.products.some(p => p.supplierId === _id && typeof p.cost === 'number'))
}

/** What a filing has to know of the supplier of a product: what claims go by from now on, and who acts for it. */
export async function agreedWith(supplierId: string | null): Promise<{ recoverAt: RecoverAt; silenceAdmits: boolean; people: string[] }> {
  const supplier = supplierId === null ? null : await findById<SupplierDocument>('suppliers', supplierId)
  return { recoverAt: supplier?.recoverAt ?? 'retail', silenceAdmits: supplier?.silenceAdmits ?? false, people: supplier?.people ?? [] }
}
