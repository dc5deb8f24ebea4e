import Papa from 'papaparse'
import type { Row } from './cell'

/**
 * CSV text (already decoded from its bytes) as rows of text cells; a cell may hold line breaks. Blank lines stay, so that row numbers are
 * those a spreadsheet shows; only what follows the last line break goes. The separator is found by itself: comma, tab or semicolon.
 * @returns null when a quote is never closed: everything after it would silently become one cell
 */
export function csvRows(text: string): Row[] | null {
  const plain = text.replace(/^\uFEFF/, '').replace(/(?:\r\n|\r|\n)$/, '')
  if (plain === '') return []
  // The guess counts cells per line; blank lines would spoil it, but must stay in the rows.
  const { delimiter } = Papa.parse(plain, { preview: 50, skipEmptyLines: 'greedy', delimitersToGuess: [',', '\t', ';'] }).meta
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter })
  return errors.some(error => error.type === 'Quotes') ? null : data
}
