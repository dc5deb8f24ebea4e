import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState } from './case'
import { isStillOffered } from './negotiate'
import { worthOf, type OfferOption } from './remedy'

/** What was promised to be kept for a resident who did not answer, as far as it can still be given. */
export function keptFor(c: CaseState, now: number): OfferOption[] {
  if (c.decision !== 'lapsed') return []
  if (c.lapsedFrom === 'offered') return c.offer?.options.filter(o => isStillOffered(o, now) && o.refund <= c.line.left) ?? []
  if (c.lapsedFrom !== 'agreed' || !c.putAside || c.putAside.amount > c.line.left) return []
  const { remedy, amount, freight, compensation } = c.putAside
  return remedy ? [{ remedy, refund: amount, freight, compensation, returnFirst: true }] : []
}

/** Silence gives nothing up: what is offered anew is at least what is kept, or the money without the way back. */
export function keptTrouble(c: CaseState, options: readonly OfferOption[], now: number): Refusal | null {
  const lost = keptFor(c, now).some(kept => !options.some(o => isNoWorse(o, kept)))
  return lost ? refusal('LESS_THAN_OFFERED', '邻居没回话，原来的办法说好给他留着；再给的要不比原来少，可以在原来的上面加', 'command.options') : null
}

function isNoWorse(o: OfferOption, kept: OfferOption): boolean {
  const sameWay = o.remedy === kept.remedy ? !o.returnFirst || kept.returnFirst === true : o.remedy === 'refund' && kept.remedy === 'returnRefund'
  return sameWay && o.refund >= kept.refund && worthOf(o) >= worthOf(kept) && (o.until ?? Infinity) >= (kept.until ?? Infinity)
}
