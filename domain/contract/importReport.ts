/** What the leader sees before saying yes to an import, and after. */

export interface RefusedRow {
  /** As numbered in the sheet, beginning with 1. */
  row: number
  code: string
  /** Plain Chinese. */
  reason: string
}

export interface ImportPreview {
  /** Of the files' bytes; given back on confirming. */
  digest: string
  columns: { name: string; meaning: string | null }[]
  rowsAccepted: number
  refused: RefusedRow[]
  productsRefused: RefusedRow[]
  /** Rows that go in although something in them could not be read; rows that are older than what is stored and change nothing. */
  remarks: RefusedRow[]
  /** Columns that are not there, and what is lost without them. */
  missing: { name: string; consequence: string }[]
  groupBuys: { title: string; isNew: boolean; orders: number; added: number; changed: number; unchanged: number }[]
  productsWithoutSupplier: { groupBuyTitle: string; title: string; spec: string }[]
  productsWithoutPrice: { groupBuyTitle: string; title: string; spec: string }[]
  /** Orders that come in but cannot be claimed on: cancelled, unpaid, refunded. */
  notClaimable: number
}

export interface ImportResult {
  ordersAdded: number
  ordersChanged: number
  ordersUnchanged: number
  groupBuys: { id: string; title: string }[]
}
