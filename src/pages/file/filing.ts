import { claimTrouble, isComputed, refundPreview, type Claim, type Claimed, type Wish } from '../../../domain/case/claim'
import { yuan } from '../../../domain/case/money'
import { partsMissing, type PartsDraft } from '../../../domain/case/parts'
import { REASONS, ruleFor, type Reason } from '../../../domain/case/reasons'
import type { Answers } from '../../../domain/contract/calls'
import { refusal, type Refusal } from '../../../domain/contract/refusal'
import { fenIn } from '../../words/fenIn'
import type { Draft, WishChoice } from '../../outbox/filingDraft'

interface Shown { line: Claimed; left: number }
type Claiming = Pick<Draft, 'reason' | 'bad' | 'damage' | 'promised' | 'actual' | 'parts' | 'proof' | 'noticedAt' | 'noticed' | 'extent' | 'worth'>
type Wishing = Claiming & Pick<Draft, 'wish' | 'part'>

/** The claim as far as it is filled in; null when something is still open. */
export function claimOf(draft: Claiming): Claim | null {
  if (draft.reason === null) return null
  switch (REASONS[draft.reason].measure) {
    case 'none': return { measure: 'none' }
    case 'count': return { measure: 'pieces', bad: draft.bad, damage: 100 }
    case 'pieces': return draft.damage === null ? null : { measure: 'pieces', bad: draft.bad, damage: draft.damage }
    case 'weight': return /^\d+$/.test(draft.promised) && /^\d+$/.test(draft.actual) ? { measure: 'weight', bad: draft.bad, promised: Number(draft.promised), actual: Number(draft.actual) } : null
    case 'parts': {
      const { proof, noticedAt, noticed, extent, amount, parts } = partsOf(draft)
      return proof === null || noticedAt === null || noticed === null || extent === null || amount === null ? null : { measure: 'parts', parts, proof, noticedAt, noticed, extent, amount }
    }
  }
}

/** Which parts are missing, as far as it is filled in; the completeness check is made against it. */
export function partsOf({ parts, proof, noticedAt, noticed, extent, worth }: Claiming): PartsDraft {
  const amount = fenIn(worth)
  return { parts: parts.map(p => ({ ...p, name: p.name.trim(), model: p.model && p.model.trim() })), proof, noticedAt, noticed, extent, amount: typeof amount === 'string' ? null : amount }
}

/** What can be asked for at most, by the same rule as the cloud; null while the claim is open. Fen. */
export function mostOf(draft: Claiming, { line, left }: Shown): number | null {
  const claim = claimOf(draft)
  return claim === null || draft.reason === null || claimTrouble(line, draft.reason, claim) ? null : Math.min(refundPreview(line, claim), left)
}

/** Whether the most is computed from what is wrong, and not all there is. */
export function isMostComputed(draft: Claiming): boolean {
  const claim = claimOf(draft)
  return claim === null || isComputed(claim)
}

/** What can be chosen for a reason, its usual one first. Where no money is left to give, what is not about money. */
export function choicesFor(reason: Reason | null, most: number | null): WishChoice[] {
  if (reason === null) return ['asComputed', 'part', 'none']
  const offered = ruleFor(reason).wishes.filter(kind => most === null || most >= 1 || (kind !== 'refund' && kind !== 'returnRefund'))
  // Whoever wanted money has nothing else taken as given.
  if (offered[0] !== ruleFor(reason).wishes[0]) offered.sort((a, b) => Number(b === 'none') - Number(a === 'none'))
  return offered.flatMap((kind): WishChoice[] => (kind === 'refund' ? ['asComputed', 'part'] : [kind]))
}

/** What is chosen, or taken as given; a choice that the reason does not offer is none. */
export function chosenWish({ reason, wish }: Pick<Draft, 'reason' | 'wish'>, most: number | null): WishChoice {
  const choices = choicesFor(reason, most)
  return wish !== null && choices.includes(wish) ? wish : choices[0] ?? 'none'
}

/** The wish as chosen; where no money is left to give, one that is not about money. Null: the smaller amount is not filled in. */
export function wishOf(draft: Wishing, most: number): Wish | null {
  const choice = chosenWish(draft, most)
  switch (choice) {
    case 'asComputed': return { kind: 'refund', amount: most }
    case 'returnRefund': return { kind: 'returnRefund', amount: most }
    case 'part': {
      const amount = fenIn(draft.part)
      return typeof amount === 'string' ? null : { kind: 'refund', amount }
    }
    default: return { kind: choice }
  }
}

/** What only some classes are asked for, as the cloud takes it. */
export function factsOf({ reason, carrier, waybill, about }: Pick<Draft, 'reason' | 'carrier' | 'waybill' | 'about'>): { logistics?: { carrier: string; waybill: string }; about?: NonNullable<Draft['about']> } {
  switch (reason === null ? null : REASONS[reason].class) {
    case 'service': return about === null ? {} : { about }
    case 'logistics': {
      const logistics = { carrier: carrier.trim(), waybill: waybill.trim() }
      return logistics.carrier === '' && logistics.waybill === '' ? {} : { logistics }
    }
    default: return {}
  }
}

function fewestPhotos({ reason, proof }: Draft, proven: readonly Reason[]): number {
  if (reason === null) return proven.length > 0 ? 0 : 1
  if (REASONS[reason].measure === 'parts' && proof === 'receipt') return 1
  return proven.includes(reason) ? 0 : REASONS[reason].photos
}

/** What is wrong with the claim as it is filled in, by the input's field it will be; null when it can stand. */
export function claimGap(draft: Claiming, line: Claimed): Refusal | null {
  const { reason } = draft
  if (reason === null) return refusal('REASON_NEEDED', '请选一下哪里不对', 'reason')
  if (REASONS[reason].measure === 'parts') {
    const [first] = partsMissing(partsOf(draft))
    if (first) return first
  }
  const claim = claimOf(draft)
  if (claim === null) return refusal('CLAIM_NEEDED', REASONS[reason].measure === 'weight' ? '请填说好的重量和称出来的重量' : '请点一下坏了多少', 'claim')
  return claimTrouble(line, reason, claim)
}

/** The first thing that is still missing, by the input's field it will be; null when it can be sent. `recorded`: how many voices and videos there are. */
export function missing(draft: Draft, shown: Shown & Pick<Answers['showLine'], 'proven' | 'looks' | 'openHazardId'>, photos: number, recorded = 0): Refusal | null {
  const { reason } = draft
  // What the leader found at the arrival check needs no photo; which reason it is says more than a photo then.
  if (photos < fewestPhotos(draft, shown.proven)) return draft.proof === 'receipt' && reason === 'partMissing' ? refusal('PHOTO_NEEDED', '请拍一张小票或者发票', 'photos') : refusal('PHOTO_NEEDED', '先拍一张照片，团长好处理', 'photos')
  if (reason === null) return refusal('REASON_NEEDED', '请选一下哪里不对', 'reason')
  const gap = claimGap(draft, shown.line)
  if (gap) return gap
  const rule = ruleFor(reason)
  if (rule.class === 'service' && draft.about === null) return refusal('ABOUT_NEEDED', '请选说的是谁', 'about')
  if (rule.class === 'service' && draft.about !== null && shown.looks[draft.about] === null) return refusal('NOBODY_ELSE', '这里除了被说到的人，没有别人能看。可以打 12315 反映', 'about')
  if (reason === 'hazard' && shown.openHazardId !== null) return refusal('LINE_HAS_OPEN_CASE', '这个危险已经报过了，正在处理', 'reason')
  const said = photos + recorded > 0 || draft.words.trim() !== ''
  if (rule.parcel && photos === 0 && draft.waybill.trim() === '') return refusal('WAYBILL_NEEDED', '请填快递单号，或者拍一张快递单', 'logistics.waybill')
  if (rule.words && !said) return refusal('WORDS_NEEDED', '请说一句，或者写一句是什么事', 'voices')
  const most = mostOf(draft, shown) ?? 0
  const wish = wishOf(draft, most)
  if (wish === null || ('amount' in wish && wish.amount < 1)) return refusal('BAD_AMOUNT', '请填想退多少钱', 'wish.amount')
  if ('amount' in wish && wish.amount > most) return refusal('MORE_THAN_PREVIEW', `最多能退 ${yuan(most)}`, 'wish.amount')
  return null
}
