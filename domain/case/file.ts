import { refusal, type Refusal } from '../contract/refusal'
import { provenBy, type ArrivalCheck } from '../orders/arrival'
import type { RecoverAt } from '../orders/order'
import type { Actor, ClaimedLine } from './case'
import { claimTrouble, refundPreview, type Claim, type Wish } from './claim'
import type { CaseEvent } from './events'
import type { IntakeChannel } from './onBehalf'
import { REASONS, type Reason } from './reasons'
import { MOST_VOICES, type Voice } from './voice'

/** What a resident sends; photos and voices were already accepted as this person's own. */
export interface Filing {
  caseId: string
  reason: Reason
  claim: Claim
  wish: Wish
  photos: string[]
  voices: Voice[]
  words: string
}

export interface FilingContext {
  now: number
  by: Actor
  commandId: string
  communityId: string
  groupBuyId: string
  /** Who answers for the product by the product list; the route for both classes here. */
  supplierId: string | null
  /** As agreed with that supplier at this moment; at retail where nothing was agreed. */
  recoverAt?: RecoverAt
  line: ClaimedLine
  /** What the arrival check found out about the product; null where nobody counted. */
  check?: ArrivalCheck | null
  /** The leader files what a neighbour said; `residentId`: who of the household is here, null when nobody. */
  onBehalf?: { channel: IntakeChannel; residentId: string | null }
  /** What the leader has promised all who wait, where this still joins it; null or missing where not. ms */
  promisedUntil?: number | null
  /** Whether a desk serves the community. */
  desk?: boolean
  /** Version of the policy in force. */
  policy: number
}

/** More photos than nine do not fit one look. */
export const MOST_PHOTOS = 9

/** How long after arrival a claim counts as late; flagged for the leader, never refused. 48 h [spec: fresh 24 h, others 48 h after pick-up]. */
export const CLAIM_WINDOW = 48 * 3600_000

/** Files a case, or says what is missing. Nothing the client says about money is believed beyond the preview computed here. */
export function fileCase(filing: Filing, context: FilingContext): CaseEvent | Refusal {
  const { line, now } = context
  const rule = REASONS[filing.reason]
  const check = context.check && provenBy(context.check).includes(filing.reason) ? context.check : null
  // What the crate shows, nobody has to show again.
  const trouble = claimTrouble(line, filing.reason, filing.claim) ?? photoTrouble(filing, check || context.onBehalf ? 0 : rule.photos) ?? voiceTrouble(filing)
    ?? (check ? null : wordsTrouble(filing, context)) ?? wishTrouble(filing, line)
  if (trouble) return trouble
  return {
    type: 'Filed', v: 1, at: now, by: context.by, command: context.commandId,
    caseId: filing.caseId, communityId: context.communityId, groupBuyId: context.groupBuyId,
    // Found damaged by whoever carried or kept it: nothing is the supplier's to answer.
    supplierId: check && check.bearer !== 'supplier' ? null : context.supplierId, recoverAt: context.recoverAt ?? 'retail',
    line, class: rule.class, reason: filing.reason, claim: filing.claim, wish: filing.wish,
    photos: filing.photos, voices: filing.voices, words: filing.words,
    late: line.arrivedAt !== null && now - line.arrivedAt > CLAIM_WINDOW,
    policy: context.policy,
    proven: check && { photos: check.photos, bearer: check.bearer, at: check.at }, ...context.onBehalf,
    ...(context.promisedUntil ? { promisedUntil: context.promisedUntil } : {}), ...(context.desk ? { desk: true as const } : {}),
  }
}

function photoTrouble(filing: Filing, least: number): Refusal | null {
  if (filing.photos.length > MOST_PHOTOS) return refusal('TOO_MANY_PHOTOS', `最多 ${MOST_PHOTOS} 张照片`, 'photos')
  if (new Set(filing.photos).size !== filing.photos.length) return refusal('SAME_PHOTO_TWICE', '有一张照片放了两次', 'photos')
  return filing.photos.length < least ? refusal('PHOTO_NEEDED', `请拍 ${least} 张照片，团长好处理`, 'photos') : null
}

function voiceTrouble({ voices }: Filing): Refusal | null {
  if (voices.length > MOST_VOICES) return refusal('TOO_MANY_VOICES', `最多录 ${MOST_VOICES} 段话`, 'voices')
  return new Set(voices.map(v => v.id)).size === voices.length ? null : refusal('SAME_VOICE_TWICE', '有一段话放了两次', 'voices')
}

/** On behalf words suffice, but something has to say what is wrong. */
function wordsTrouble({ photos, words }: Filing, { onBehalf }: FilingContext): Refusal | null {
  return onBehalf && photos.length === 0 && words.trim() === '' ? refusal('WORDS_NEEDED', '没有照片的话，请写上邻居是怎么说的', 'words') : null
}

function wishTrouble({ wish, claim }: Filing, line: ClaimedLine): Refusal | null {
  if (!('amount' in wish)) return null
  const most = Math.min(refundPreview(line, claim), line.left)
  if (most < 1) return refusal('NOTHING_LEFT', '这件东西已经没有可以退的钱了', 'wish.amount')
  if (!Number.isSafeInteger(wish.amount) || wish.amount < 1) return refusal('BAD_AMOUNT', '退款金额不对', 'wish.amount')
  return wish.amount > most ? refusal('MORE_THAN_PREVIEW', '要退的钱比算出来的多，请重新打开看看', 'wish.amount') : null
}
