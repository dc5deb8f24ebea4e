import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState } from './case'
import { askedFor } from './negotiate'
import { remedyOf, type Remedy } from './remedy'

/** What the resident wants now: what they said last. */
export function wantedRemedy({ counter, wish }: Pick<CaseState, 'wish'> & { counter?: object | null | undefined }): Remedy | null {
  return counter ? 'refund' : remedyOf(wish)
}

/** Who declines what they had wished for, or a part of it, no longer agrees by having wished it. */
export function wishAfterDeclined(c: CaseState): Pick<CaseState, 'wishDeclined'> {
  const wanted = wantedRemedy(c)
  const same = c.offer?.options.filter(o => o.remedy === wanted) ?? []
  return same.length === 0 ? {} : { wishDeclined: Math.max(c.wishDeclined ?? 0, ...same.map(o => o.refund)) }
}

/** Goods, or words, that were declined can only be offered anew. */
export function needsOffer(c: CaseState): boolean {
  const wanted = wantedRemedy(c)
  return c.wishDeclined != null && wanted !== 'refund' && wanted !== 'returnRefund'
}

/** Fen from which on money is more than was declined, and no less than is asked for. */
export function settlesFrom(c: CaseState): number {
  return c.wishDeclined == null ? askedFor(c) : Math.max(askedFor(c), c.wishDeclined + 1)
}

/** Whether anything can still be given without asking the resident once more. */
export function canSettle(c: CaseState): boolean {
  return c.wishDeclined == null || (!needsOffer(c) && settlesFrom(c) <= c.line.left)
}

/** Why the wish cannot be carried out as the resident's own yes, or null. Fen. */
export function consentTrouble(c: CaseState, refund: number): Refusal | null {
  if (c.wishDeclined == null || (!needsOffer(c) && refund >= settlesFrom(c))) return null
  return refusal('DECLINED_BEFORE', '这样的办法邻居刚才没同意，请用「换个办法」让邻居点头', 'command.type')
}
