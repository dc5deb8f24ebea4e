/** A cell as the spreadsheet or CSV decoder gives it. A `Date` carries wall-clock time in its UTC fields (read-excel-file). */
export type Cell = string | number | boolean | Date | null

/** One row of a sheet; shorter rows than the header are fine. */
export type Row = readonly Cell[]

/** What a person sees in the cell, trimmed, without byte order marks and zero-width spaces; '' for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return String(cell).replace(/[\uFEFF\u200B]/g, '').trim()
}

/** Whether nothing is written in the row. */
export function isBlankRow(row: Row): boolean {
  return row.every(cell => cellText(cell) === '')
}

/** For comparing only, never for showing: full-width forms made half-width, all white space gone. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\s\uFEFF\u200B]+/g, '')
}
