import { shareRounded } from './recoverable'
import { goodsOf, worthOf, type OfferOption } from './remedy'

/** What has to be known of a case to say beforehand who pays what for a way out. Fen. */
export interface PreviewBasis {
  /** Who is asked to bear the refund, by what was agreed with them. */
  from: 'supplier' | 'carrier' | 'nobody'
  /** What would be claimed back for so much refund: a rate, exact where it is the whole line's. Null where nobody knows one. */
  rate: { claimed: number; refund: number } | null
}

/** Fen by who gets them and who is asked for them, and whether goods travel. */
export interface MoneyPreview {
  neighbour: number
  /** Claimed from the supplier or the carrier; null where it is not known yet. */
  claimed: number | null
  from: 'supplier' | 'carrier' | 'nobody'
  /** What stays with the seller; null where it is not known yet. */
  seller: number | null
  goods: 'back' | 'out' | null
}

/**
 * Who gets and bears what if this way out is taken: only what is given back of the price is claimed, what comes on top stays with the seller until
 * somebody splits it otherwise. Says the same as `recoverable` and `sharesOf` do when it happened.
 */
export function previewOf({ from, rate }: PreviewBasis, option: OfferOption): MoneyPreview {
  const neighbour = worthOf(option)
  const known = from === 'nobody' || option.refund === 0 ? 0 : rate === null || rate.refund === 0 ? null : shareRounded(option.refund, rate.claimed, rate.refund)
  return { neighbour, claimed: known, from, seller: known === null ? null : neighbour - Math.min(known, neighbour), goods: goodsOf(option.remedy, option.returnFirst ?? false) }
}
