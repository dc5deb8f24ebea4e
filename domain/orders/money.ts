import type { Cell } from './cell'

/** Why a cell is no amount of money. */
export type MoneyProblem = 'EMPTY' | 'NOT_MONEY' | 'NEGATIVE' | 'TOO_PRECISE' | 'TOO_LARGE'

export const moneyProblemInWords: Record<MoneyProblem, string> = {
  EMPTY: '没有填金额',
  NOT_MONEY: '不是金额',
  NEGATIVE: '是负数',
  TOO_PRECISE: '最多写到分，比如 12.60',
  TOO_LARGE: '数目太大，像是填错了',
}

/** Ten million yuan: nobody's vegetables cost that; an order number in the wrong column does. */
const yuanDigits = 7

/**
 * Yuan in a cell as integer fen: `1,234.50`, `¥12.6`, `12元`, or a number cell. Digits are moved as text, never multiplied as floats.
 * A number cell may carry the noise of a formula (0.1+0.2); anything beyond that noise below a fen is refused rather than rounded.
 * @returns fen ≥ 0, or why not.
 */
export function readFen(cell: Cell | undefined): number | MoneyProblem {
  if (cell === null || cell === undefined) return 'EMPTY'
  if (typeof cell === 'number') return fenOfNumber(cell)
  if (typeof cell !== 'string') return 'NOT_MONEY'
  const text = cell.normalize('NFKC').replace(/[\s\uFEFF\u200B]+/g, '')
  if (text === '') return 'EMPTY'
  const match = /^(-?)(?:¥|RMB|CNY)?(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?元?$/i.exec(text)
  if (!match) return 'NOT_MONEY'
  const [, before = '', after = '', whole = '', fraction = ''] = match
  if (/[1-9]/.test(fraction.slice(2))) return 'TOO_PRECISE'
  const yuan = whole.replace(/,/g, '').replace(/^0+(?=\d)/, '')
  if (yuan.length > yuanDigits) return 'TOO_LARGE'
  const fen = Number(yuan + fraction.slice(0, 2).padEnd(2, '0'))
  return (before || after) && fen > 0 ? 'NEGATIVE' : fen
}

function fenOfNumber(value: number): number | MoneyProblem {
  if (!Number.isFinite(value)) return 'NOT_MONEY'
  if (value < 0) return 'NEGATIVE'
  if (value >= 10 ** yuanDigits) return 'TOO_LARGE'
  const cents = value.toFixed(2)
  if (Math.abs(Number(cents) - value) > 1e-7) return 'TOO_PRECISE'
  return Number(cents.replace('.', ''))
}
