import type { RecoverAt, Supplier } from '../../domain/orders/order'
import { findById } from './database'

/** A supplier as stored: with those who act for it, so that a message finds them in one read. */
export interface SupplierDocument extends Supplier {
  /** Person ids. */
  people: string[]
}

/** What claims against this supplier go by from now on. */
export async function agreedWith(supplierId: string): Promise<RecoverAt> {
  return (await findById<SupplierDocument>('suppliers', supplierId))?.recoverAt ?? 'retail'
}
