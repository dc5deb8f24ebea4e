import { refusal, type Refusal } from '../contract/refusal'
import { REASONS, type Reason } from './reasons'

/** 一点 · 一半 · 全坏 and the steps between, in percent of a piece. */
export const DAMAGE_STEPS = [10, 30, 50, 80, 100] as const
export type DamageStep = (typeof DAMAGE_STEPS)[number]

/**
 * What a resident says is wrong with a line: so many pieces, each damaged so far, or weighed against promised.
 * Counting short or wrong goods is `pieces` with damage 100.
 */
export type Claim =
  | { measure: 'pieces'; bad: number; damage: DamageStep }
  | { measure: 'weight'; bad: number; promised: number; actual: number }

/**
 * What the resident asks for: money back, at most the preview; the goods back and then the money; other goods, what is missing, or a repair; that
 * somebody says sorry; or nothing but that the leader knows. Fen.
 */
export type Wish =
  | { kind: 'refund' | 'returnRefund'; amount: number }
  | { kind: 'exchange' | 'redeliver' | 'sendPart' | 'repair' | 'apology' | 'none' }

/** The part of an order line that a claim is measured against. Fen. */
export interface Claimed {
  quantity: number
  paid: number
}

/**
 * The money preview: paid × share of pieces × damage (or missing weight), rounded half up to the fen.
 * Integer arithmetic throughout; the result is between 0 and `paid`.
 */
export function refundPreview(line: Claimed, claim: Claim): number {
  const [part, whole] = claim.measure === 'pieces'
    ? [claim.bad * claim.damage, line.quantity * 100]
    : [claim.bad * Math.max(0, claim.promised - claim.actual), line.quantity * claim.promised]
  return roundHalfUp(line.paid * part, whole)
}

function roundHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator))
}

/** @returns what is wrong with a claim on this line, or null when it can stand */
export function claimTrouble(line: Claimed, reason: Reason, claim: Claim): Refusal | null {
  if (!Number.isSafeInteger(claim.bad) || claim.bad < 1) return refusal('BAD_QUANTITY', '请填坏了几件，至少 1 件', 'claim.bad')
  if (claim.bad > line.quantity) return refusal('MORE_THAN_BOUGHT', `您这单只买了 ${line.quantity} 件，不能填 ${claim.bad} 件`, 'claim.bad')
  const wants = REASONS[reason].measure === 'weight' ? 'weight' : 'pieces'
  if (claim.measure !== wants) return refusal('WRONG_MEASURE', wants === 'weight' ? '请填说好的重量和称出来的重量' : '请填坏了几件', 'claim.measure')
  if (claim.measure === 'weight') {
    if (!isGrams(claim.promised) || claim.promised === 0) return refusal('BAD_WEIGHT', '请填说好的重量', 'claim.promised')
    if (!isGrams(claim.actual)) return refusal('BAD_WEIGHT', '请填称出来的重量', 'claim.actual')
    if (claim.actual >= claim.promised) return refusal('NOT_SHORT', '称出来的重量没有比说好的少', 'claim.actual')
  }
  // What is missing or wrong is so as a whole.
  if (REASONS[reason].measure === 'count' && claim.measure === 'pieces' && claim.damage !== 100) return refusal('WRONG_MEASURE', '少的、发错的按整件算', 'claim.damage')
  return null
}

/** The same claim if all of the line were bad; nothing can be worse. */
export function worstOf(line: Pick<Claimed, 'quantity'>, claim: Claim): Claim {
  return claim.measure === 'weight' ? { ...claim, bad: line.quantity, actual: 0 } : { ...claim, bad: line.quantity, damage: 100 }
}

/** A household's purchase weighs less than a tonne. */
const MOST_GRAMS = 1_000_000
function isGrams(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0 && n <= MOST_GRAMS
}
