/** A cell of a sheet for people: words, an amount, a number of pieces, or nothing. */
export type SheetCell = string | { fen: number } | { count: number } | null

/**
 * A spreadsheet before anybody writes it to a file: what stands in it, and nothing of how a file looks. Whoever writes it shows fen as yuan with
 * two digits, so that they can be added up.
 */
export interface SheetPlan {
  /** Without the ending. */
  fileName: string
  /** The name on the sheet's tab. */
  tab: string
  /** Above the table, a line each; the first is its title. */
  about: string[]
  columns: { name: string; /** Letters. */ width: number }[]
  rows: SheetCell[][]
  /** Below the table. */
  totals: SheetCell[][]
}

/** A name that every system takes for a file: what would lead elsewhere, or mean something else, is left out. */
export function asFileName(words: string): string {
  const plain = words.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  return [...plain].slice(0, 60).join('') || '表格'
}
