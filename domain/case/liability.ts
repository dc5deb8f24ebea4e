import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState } from './case'

/** Who can bear what a household got. Never the resident. */
export const BEARERS = { supplier: '供货商', carrier: '快递', leader: '团长', seller: '卖家', goodwill: '善意补偿' } as const
export type LiableParty = keyof typeof BEARERS
export const BEARER_CODES = Object.keys(BEARERS) as [LiableParty, ...LiableParty[]]

/** Fen by who bears them. */
export type Shares = Record<LiableParty, number>

/** All that the household gets in money: the refund, and what comes on top. Fen. */
export function totalDue(c: Pick<CaseState, 'amount' | 'freight' | 'compensation'>): number {
  return c.amount + (c.freight ?? 0) + (c.compensation ?? 0)
}

/**
 * How it lies while nobody said otherwise: what is claimed, with who it is claimed from, as far as the household got so much; the seller has the rest.
 */
export function sharesOf(c: CaseState): Shares {
  if (c.liability) return c.liability
  const claimed = Math.min(c.claimedFromSupplier, totalDue(c))
  const from = c.recoverFrom === 'carrier' ? 'carrier' : 'supplier'
  return { supplier: 0, carrier: 0, leader: 0, goodwill: 0, seller: totalDue(c) - claimed, [from]: claimed }
}

export function shareWords(shares: Shares, yuan: (fen: number) => string): string {
  return BEARER_CODES.filter(who => shares[who] > 0).map(who => `${BEARERS[who]} ${yuan(shares[who])}`).join('，')
}

/**
 * How often the supplier is asked anew after saying no; the leader's next split then stands, as the leader's own entry with that no beside it: where
 * no desk is there to decide, one time less. See docs/decisions/0024.
 */
const ROUNDS = { withDesk: 3, alone: 2 } as const

/** Whether what the leader splits now stands although the supplier did not admit it. */
export function standsAgainst(c: CaseState, shares: Shares): boolean {
  return c.recovery === 'disputed' && c.recoverFrom !== 'carrier' && shares.supplier > 0 && (c.disputes ?? 0) >= (c.desk ? ROUNDS.withDesk : ROUNDS.alone)
}

/** A split is whole, in fen, and asks only those who are there. */
export function splitTrouble(c: CaseState, shares: Shares): Refusal | null {
  for (const who of BEARER_CODES) if (!Number.isSafeInteger(shares[who]) || shares[who] < 0) return refusal('BAD_AMOUNT', '金额不对', `command.shares.${who}`)
  if (shares.supplier > 0 && c.supplierId === null) return refusal('NO_SUPPLIER', '这件东西没写谁供货，不能算给供货商', 'command.shares.supplier')
  const sum = BEARER_CODES.reduce((total, who) => total + shares[who], 0)
  return sum === totalDue(c) ? null : refusal('BAD_SUM', '几方加起来要正好等于给邻居的钱', 'command.shares')
}
