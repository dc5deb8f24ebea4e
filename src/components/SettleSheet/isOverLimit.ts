import { decidedAsAsked, type OfGoods } from '../../../domain/case/limit'
import type { CaseView } from '../../../domain/people/caseView'

type Decided = Pick<CaseView, 'limit' | 'asked' | 'wish' | 'claim' | 'quantity' | 'line'>

/** What was asked for costs more than this person may decide about, goods included. */
export function isOverLimit(view: Decided): boolean {
  return view.limit !== null && costs(view) > view.limit
}

/** What it costs to do as asked, goods at what was paid for them. Fen. */
export function costs({ asked, wish, ...view }: Decided): number {
  const of = goodsIn(view)
  return of ? decidedAsAsked(of, wish, asked) : asked
}

/** Null for suppliers, who do not know what was paid. */
export function goodsIn({ line, quantity, claim }: Pick<CaseView, 'line' | 'quantity' | 'claim'>): OfGoods | null {
  return line && { line: { paid: line.paid, quantity }, claim }
}
