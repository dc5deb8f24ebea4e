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
