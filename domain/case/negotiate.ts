import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState, ClaimedLine, Counter } from './case'
import { yuan } from './money'
import { remedyOf, worthOf, type OfferOption } from './remedy'

/** Asked for something else more often than this, somebody else decides [spec: case, commands, "counter"]. */
export const MOST_COUNTERS = 3

export function countersLeft(c: CaseState): number {
  return MOST_COUNTERS - (c.counterRounds ?? 0)
}

/** What is between the two sides, as the case has it and as the resident's view shows it. */
export interface Negotiated extends Pick<CaseState, 'wish' | 'offer' | 'wishDeclined'> {
  counter?: Pick<Counter, 'refund'> | null | undefined
  line: Pick<ClaimedLine, 'left'>
}

/** Fen the resident asks for: what they said last. */
export function askedFor(c: Pick<Negotiated, 'wish' | 'counter'>): number {
  return c.counter?.refund ?? ('amount' in c.wish ? c.wish.amount : 0)
}

/** Whether an option can still be taken: one with a time is over after it. */
export function isStillOffered(option: Pick<OfferOption, 'until'>, now: number): boolean {
  return option.until === undefined || now <= option.until
}

/** Whether any of what was offered can still be taken, as far as its time goes. */
export function offerStands({ offer }: Pick<Negotiated, 'offer'>, now: number): boolean {
  return offer?.options.some(o => isStillOffered(o, now)) ?? false
}

/** Whether any of what was offered can be taken now: there is enough left for it, and its time has not passed. */
export function offerFits({ offer, line }: Pick<Negotiated, 'offer' | 'line'>, now: number): boolean {
  return offer?.options.some(o => o.refund <= line.left && isStillOffered(o, now)) ?? false
}

/** Who answers a counter: whoever offered; after the last round the desk, or the leader where there is none. */
export function counterGoesTo(c: CaseState): 'leader' | 'supplier' | 'operator' {
  const desk = c.desk && c.about !== 'operator'
  if (countersLeft(c) <= 1) return desk ? 'operator' : 'leader'
  if (c.offer?.by === 'operator') return desk ? 'operator' : 'leader'
  return c.offer?.by === 'supplier' ? 'supplier' : 'leader'
}

export function counterTrouble(c: Pick<Negotiated, 'offer' | 'line'>, refund: number, now: number): Refusal | null {
  if (!Number.isSafeInteger(refund) || refund < 1) return refusal('BAD_AMOUNT', '请填退多少您能接受', 'command.refund')
  if (refund > c.line.left) return refusal('MORE_THAN_PAID', `最多能退 ${yuan(c.line.left)}`, 'command.refund')
  return refund <= bestOffered(c, now) ? refusal('NOT_MORE', '已经有办法退您这么多了，直接点同意就行', 'command.refund') : null
}

/** Fen: the most of what was paid that is offered, is still there to give, and can still be taken. */
export function bestOffered({ offer, line }: Pick<Negotiated, 'offer' | 'line'>, now: number): number {
  return Math.max(0, ...(offer?.options ?? []).filter(o => o.refund <= line.left && isStillOffered(o, now)).map(o => o.refund))
}

/**
 * The option that gives all that was asked for last: it takes effect by itself where the resident does not answer, because the wish was the consent,
 * unless such a thing was declined since.
 * Anything less stays open; nobody's silence gives anything up.
 */
export function grantsWish(c: Negotiated): number | null {
  const wanted = c.counter ? 'refund' : remedyOf(c.wish)
  if (wanted === null || c.wishDeclined != null) return null
  const fits = (o: OfferOption) => o.remedy === wanted && o.until === undefined && o.refund >= askedFor(c) && o.refund <= c.line.left && worthOf(o) >= askedFor(c) && !o.returnFirst && !o.kept
  const found = c.offer?.options.findIndex(fits) ?? -1
  return found < 0 ? null : found
}
