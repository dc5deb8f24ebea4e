import { refundPreview, type Claim, type Claimed, type Wish } from '../../../domain/case/claim'
import { claimTrouble } from '../../../domain/case/claim'
import { REASONS, type Reason } from '../../../domain/case/reasons'
import { yuan } from '../../../domain/case/money'
import { refusal, type Refusal } from '../../../domain/contract/refusal'
import { fenIn } from '../../words/fenIn'
import type { Draft } from '../../outbox/filingDraft'

interface Shown { line: Claimed; left: number }
type Claiming = Pick<Draft, 'reason' | 'bad' | 'damage' | 'promised' | 'actual'>

/** The claim as far as it is filled in; null when something is still open. */
export function claimOf(draft: Claiming): Claim | null {
  if (draft.reason === null) return null
  switch (REASONS[draft.reason].measure) {
    case 'count': return { measure: 'pieces', bad: draft.bad, damage: 100 }
    case 'pieces': return draft.damage === null ? null : { measure: 'pieces', bad: draft.bad, damage: draft.damage }
    case 'weight': return /^\d+$/.test(draft.promised) && /^\d+$/.test(draft.actual) ? { measure: 'weight', bad: draft.bad, promised: Number(draft.promised), actual: Number(draft.actual) } : null
  }
}

/** What can be asked for at most, by the same rule as the cloud; null while the claim is open. Fen. */
export function mostOf(draft: Claiming, { line, left }: Shown): number | null {
  const claim = claimOf(draft)
  return claim === null || draft.reason === null || claimTrouble(line, draft.reason, claim) ? null : Math.min(refundPreview(line, claim), left)
}

/** The wish as chosen; where no money is left to give, only telling remains. Null: the smaller amount is not filled in. */
export function wishOf(draft: Draft, most: number): Wish | null {
  if (draft.wish === 'none' || most < 1) return { kind: 'none' }
  if (draft.wish === 'asComputed') return { kind: 'refund', amount: most }
  const amount = fenIn(draft.part)
  return typeof amount === 'string' ? null : { kind: 'refund', amount }
}

function fewestPhotos(reason: Draft['reason'], proven: readonly Reason[]): number {
  if (reason === null) return proven.length > 0 ? 0 : 1
  return proven.includes(reason) ? 0 : REASONS[reason].photos
}

/** The first thing that is still missing, by the input's field it will be; null when it can be sent. */
export function missing(draft: Draft, shown: Shown & { proven: readonly Reason[] }, photos: number): Refusal | null {
  const { reason } = draft
  // What the leader found at the arrival check needs no photo; which reason it is says more than a photo then.
  if (photos < fewestPhotos(reason, shown.proven)) return refusal('PHOTO_NEEDED', '先拍一张照片，团长好处理', 'photos')
  if (reason === null) return refusal('REASON_NEEDED', '请选一下哪里不对', 'reason')
  const claim = claimOf(draft)
  if (claim === null) return refusal('CLAIM_NEEDED', REASONS[reason].measure === 'weight' ? '请填说好的重量和称出来的重量' : '请点一下坏了多少', 'claim')
  const trouble = claimTrouble(shown.line, reason, claim)
  if (trouble) return trouble
  const most = mostOf(draft, shown) ?? 0
  const wish = wishOf(draft, most)
  if (wish === null || (wish.kind === 'refund' && wish.amount < 1)) return refusal('BAD_AMOUNT', '请填想退多少钱', 'wish.amount')
  if (wish.kind === 'refund' && wish.amount > most) return refusal('MORE_THAN_PREVIEW', `最多能退 ${yuan(most)}`, 'wish.amount')
  return null
}
