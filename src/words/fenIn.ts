import { moneyProblemInWords, readFen } from '../../domain/orders/money'

/** Yuan as somebody typed them. @returns fen, or what is wrong, in words */
export function fenIn(typed: string): number | string {
  const fen = readFen(typed)
  if (typeof fen !== 'number') return `这个金额${moneyProblemInWords[fen]}`
  return fen
}
