import type { Claim } from '../../domain/case/claim'
import { REASONS, type Reason } from '../../domain/case/reasons'

const DAMAGE_WORDS: Record<number, string> = { 10: '一点点', 30: '一点', 50: '一半', 80: '大半', 100: '全坏' }

/** How bad, of a damage step in percent. */
export function damageWords(damage: number): string {
  return DAMAGE_WORDS[damage] ?? `坏了 ${damage}%`
}

/** How much is wrong, as people say it: 3 件里 2 件，一半. */
export function claimWords(reason: Reason, claim: Claim, quantity: number): string {
  const pieces = quantity === 1 ? '1 件' : `${quantity} 件里 ${claim.bad} 件`
  if (claim.measure === 'weight') return `${pieces}，说好 ${claim.promised} 克，称出来 ${claim.actual} 克`
  if (REASONS[reason].measure === 'count') return pieces
  return `${pieces}，${damageWords(claim.damage)}`
}
