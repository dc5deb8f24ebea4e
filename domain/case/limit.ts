import { refundPreview, type Claim, type Wish } from './claim'
import { remedyOf, worthOf, type OfferOption, type Remedy } from './remedy'

/** What of a case says how much the goods are worth that are sent, or mended, for it. */
export interface OfGoods { line: { paid: number; quantity: number }; claim: Claim }

const IN_GOODS: readonly Remedy[] = ['exchange', 'redeliver', 'sendPart', 'repair']

/** What somebody decides about with an option: the money, and the goods at what was paid for as much of them as is claimed. Limits are held against it. Fen. */
export function decidedWith(c: OfGoods, option: Pick<OfferOption, 'remedy' | 'refund' | 'freight' | 'compensation'>): number {
  return worthOf(option) + (IN_GOODS.includes(option.remedy) ? Math.min(c.line.paid, refundPreview(c.line, c.claim)) : 0)
}

/** The same for what was asked for. Fen. */
export function decidedAsAsked(c: OfGoods, wish: Wish, asked: number): number {
  const remedy = remedyOf(wish)
  return remedy === null ? asked : decidedWith(c, { remedy, refund: asked })
}
