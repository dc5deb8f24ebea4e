import writeExcelFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node'
import type { SheetCell, SheetPlan } from '../../domain/sheets/sheet'

/** @returns the bytes of an .xlsx file. Every text is a text to the reader's program, also one that begins with = */
export async function writeSheet({ tab, about, columns, rows, totals }: SheetPlan): Promise<Buffer> {
  const [title = '', ...more] = about
  const data: Row[] = [
    [{ value: title, type: String, fontWeight: 'bold', fontSize: 14 }],
    ...more.map((line): Row => [{ value: line, type: String }]),
    [],
    columns.map((c): Cell => ({ value: c.name, type: String, fontWeight: 'bold', backgroundColor: '#E6F4EC' })),
    ...rows.map(row => row.map(cell => written(cell))),
    ...totals.map(row => row.map(cell => written(cell, { fontWeight: 'bold' }))),
  ]
  return writeExcelFile(data, { sheet: tab, columns: columns.map(({ width }) => ({ width })) }).toBuffer()
}

function written(cell: SheetCell, look: Pick<CellObject, 'fontWeight'> = {}): Cell {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String, ...look }
  if ('count' in cell) return { value: cell.count, type: Number, ...look }
  // The last line before a person's eyes: whole fen become the decimal number that a spreadsheet adds up.
  return { value: Number((cell.fen / 100).toFixed(2)), type: Number, format: '0.00', ...look }
}
