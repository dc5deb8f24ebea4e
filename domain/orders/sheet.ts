/** What reading any sheet can answer, besides its rows. Messages are for the leader's eyes: plain Chinese. */

/** A column of the file, in the file's own words; `meaning` is null for one we have no use for. */
export interface Column<Meaning extends string> {
  name: string
  meaning: Meaning | null
  /** 0-based position in the rows. */
  index: number
}

/** A column we know how to use and the file does not have; the sheet is read all the same. */
export interface MissingColumn<Meaning extends string> {
  meaning: Meaning
  /** Its usual name, e.g. 联系电话 */
  name: string
  /** What the leader loses without it. */
  consequence: string
}

export type RefusalCode =
  | 'NO_KEY' | 'KEY_DAMAGED' | 'NO_GROUP_BUY' | 'BAD_AMOUNT' | 'BAD_REFUND' | 'REFUND_OVER_TOTAL'
  | 'EMPTY_BASKET' | 'NO_QUANTITY' | 'BAD_QUANTITY' | 'UNKNOWN_STATUS' | 'DUPLICATE_KEY'
  | 'NO_PRODUCT' | 'BAD_PRICE' | 'DUPLICATE_PRODUCT'
  | 'AMBIGUOUS_ORDER' | 'OTHER_GROUP_BUY'

/** A row that does not go in, and why. The other rows do. One per row: its first fault. */
export interface RefusedRow {
  /** 1-based, as the spreadsheet shows it. */
  row: number
  /** The column at fault, in the file's own words. */
  column?: string
  reason: string
  code: RefusalCode
}

/** A row that goes in although something beside the point could not be read. */
export interface RowWarning {
  row: number
  column: string
  reason: string
  code: 'PAID_AT_UNREADABLE' | 'PHONE_UNREADABLE' | 'KINDS_MISMATCH'
}

/** A row passed over on purpose, told so that nothing vanishes unseen. */
export interface IgnoredRow {
  row: number
  why: 'TOTALS' | 'HEADER_AGAIN' | 'SAME_AS_ANOTHER'
}

/** The whole sheet cannot be read. Never thrown: returned. */
export interface SheetRefusal {
  ok: false
  code: 'EMPTY' | 'NO_HEADER' | 'MISSING_COLUMNS' | 'DUPLICATE_COLUMNS' | 'OTHER_EXPORT'
  message: string
  /** The columns it is about, by their usual names. */
  columns?: string[]
}
