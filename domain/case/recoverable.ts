import type { CaseState } from './case'

/**
 * What a claim against the supplier goes by: at retail, at cost, or at retail although cost was agreed, because nobody knows the cost.
 */
export type RecoveryBasis = 'retail' | 'cost' | 'costUnknown'

/** By what was agreed when the case was filed, and whether the line's cost was known then. */
export function basisOf(c: Pick<CaseState, 'recoverAt' | 'recoverFrom' | 'line'>): RecoveryBasis {
  // Costs are between seller and supplier.
  if (c.recoverFrom === 'carrier') return 'retail'
  if (c.recoverAt !== 'cost') return 'retail'
  return typeof c.line.cost === 'number' && c.line.paid > 0 ? 'cost' : 'costUnknown'
}

/**
 * What is claimed back when a household gets `amount`, from the supplier or from the carrier. Fen. Nothing where nobody answers for it; from a
 * carrier, and at retail, the amount itself; at cost the same share of what the line cost as the amount is of what was paid for it, rounded half up: never more than
 * the line's cost. That may be above the amount, where something was sold below its cost.
 */
export function recoverable(c: Pick<CaseState, 'supplierId' | 'recoverAt' | 'recoverFrom' | 'line'>, amount: number): number {
  if (c.recoverFrom === 'carrier') return amount
  if (c.recoverFrom === 'nobody' || c.supplierId === null) return 0
  const { cost, paid } = c.line
  return basisOf(c) === 'cost' && typeof cost === 'number' ? shareRounded(amount, cost, paid) : amount
}

/** part × of ÷ whole, rounded half up. Fen. The product of two amounts can be beyond what a number holds exactly. */
export function shareRounded(part: number, of: number, whole: number): number {
  return Number((BigInt(2) * BigInt(part) * BigInt(of) + BigInt(whole)) / (BigInt(2) * BigInt(whole)))
}
