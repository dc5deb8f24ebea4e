import { yuan } from '../../domain/case/money'
import { EXTENTS, WAYS_NOTICED, type PartsClaim } from '../../domain/case/parts'
import type { Claim } from '../../domain/case/claim'
import { REASONS, type Reason } from '../../domain/case/reasons'

const DAMAGE_WORDS: Record<number, string> = { 10: '一点点', 30: '一点', 50: '一半', 80: '大半', 100: '全坏' }

/** How bad, of a damage step in percent. */
export function damageWords(damage: number): string {
  return DAMAGE_WORDS[damage] ?? `坏了 ${damage}%`
}

/** How much is wrong, as people say it: 3 件里 2 件，一半. Nothing where there is nothing to count. */
export function claimWords(reason: Reason, claim: Claim, quantity: number): string {
  if (claim.measure === 'none') return ''
  if (claim.measure === 'parts') return partsWords(claim)
  const pieces = quantity === 1 ? '1 件' : `${quantity} 件里 ${claim.bad} 件`
  if (claim.measure === 'weight') return `${pieces}，说好 ${claim.promised} 克，称出来 ${claim.actual} 克`
  if (REASONS[reason].measure === 'count') return pieces
  return `${pieces}，${damageWords(claim.damage)}`
}

/** What is wrong and how much, as one line. */
export function wrongWords(reason: Reason, claim: Claim, quantity: number): string {
  const much = claimWords(reason, claim, quantity)
  return much === '' ? REASONS[reason].says : `${REASONS[reason].says} · ${much}`
}

/** 螺丝（M4）4 个、垫片 2 个. */
export function partNames({ parts }: Pick<PartsClaim, 'parts'>): string {
  return parts.map(({ name, model, quantity }) => `${name}${model ? `（${model}）` : ''} ${quantity} 个`).join('、')
}

function partsWords(claim: PartsClaim): string {
  return `${partNames(claim)}，${WAYS_NOTICED[claim.noticed]}发现的，${EXTENTS[claim.extent]}${claim.amount > 0 ? `，值 ${yuan(claim.amount)}` : ''}`
}
