import type { Supplier } from '../../domain/orders/order'

/** A supplier as stored: with those who act for it, so that a message finds them in one read. */
export interface SupplierDocument extends Supplier {
  /** Person ids. */
  people: string[]
}
