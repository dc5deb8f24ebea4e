import { refusal, type Refusal } from '../contract/refusal'
import { provenBy, type ArrivalCheck } from '../orders/arrival'
import type { RecoverAt } from '../orders/order'
import { matterOf, routeOf } from '../route/route'
import type { RouteRule } from '../route/rule'
import type { Actor, ClaimedLine } from './case'
import type { Follows } from './askAgain'
import { claimTrouble, refundPreview, type Claim, type Wish } from './claim'
import type { CaseEvent } from './events'
import { hiddenFromIn, type Around } from './firstLook'
import type { IntakeChannel } from './onBehalf'
import { ruleFor, type About, type Reason, type ReasonRule } from './reasons'
import { filmed, filmedTrouble, type Video } from './video'
import { MOST_VOICES, type Voice } from './voice'

/** What a resident sends; photos, voices and videos were already accepted as this person's own. */
export interface Filing {
  caseId: string
  reason: Reason
  claim: Claim
  wish: Wish
  photos: string[]
  voices: Voice[]
  videos?: Video[]
  words: string
  /** On its way: by which carrier, and the number of waybill or parcel; '' where nobody knows. */
  logistics?: Logistics | undefined
  /** Of a complaint about the service. */
  about?: About | undefined
}

export interface Logistics {
  carrier: string
  waybill: string
}

export interface FilingContext {
  now: number
  by: Actor
  commandId: string
  communityId: string
  groupBuyId: string
  /** Who answers for the product by the product list. */
  supplierId: string | null
  /** As agreed with that supplier at this moment; at retail where nothing was agreed. */
  recoverAt?: RecoverAt
  /** Who does not answer a claim in time has admitted it, as agreed with that supplier at this moment. Missing: no. */
  silenceAdmits?: boolean
  line: ClaimedLine
  /** Who is there to look at it. */
  around: Around
  /** The community's own rules about where cases go. Missing: none. */
  rules?: readonly RouteRule[]
  /** What the arrival check found out about the product; null where nobody counted. */
  check?: ArrivalCheck | null
  /** The leader files what a neighbour said; `residentId`: who of the household is here, null when nobody. */
  onBehalf?: { channel: IntakeChannel; residentId: string | null }
  /** What the leader has promised all who wait, where this still joins it; null or missing where not. ms */
  promisedUntil?: number | null
  /** What was dismissed before, and whose it is now; what was shown then need not be shown again. */
  follows?: Follows & { heldBy: 'leader' | 'operator'; hiddenFrom?: readonly string[] }
  /** Whether a desk serves the community. */
  desk?: boolean
  /** Whether something is open in its lane that whoever files it must not learn of. */
  beside?: boolean
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
  const rule = ruleFor(filing.reason)
  const check = context.check && provenBy(context.check).includes(filing.reason) ? context.check : null
  // What the crate shows, nobody has to show again.
  const trouble = claimTrouble(line, filing.reason, filing.claim) ?? noticedTrouble(filing, now) ?? factsTrouble(filing, rule)
    ?? photoTrouble(filing, check || context.onBehalf || context.follows ? 0 : leastPhotos(filing, rule)) ?? voiceTrouble(filing) ?? filmedTrouble(filing.videos ?? [], 'videos')
    ?? (check || context.follows ? null : wordsTrouble(filing, rule, context)) ?? wishTrouble(filing, rule, line)
  if (trouble) return trouble
  const route = routeOf(context.rules ?? [], matterOf({ ...filing, class: rule.class, line }, { supplierId: context.supplierId, around: context.around, provenBearer: check?.bearer }))
  if (route.looks === null) return refusal('NOBODY_ELSE', '这里除了被说到的人，没有别人能看。可以打 12315 反映', 'about')
  // Whom the first complaint was hidden from learns nothing of the second, whatever they are here by now.
  const hiddenFrom = [...new Set([...context.follows?.hiddenFrom ?? [], ...hiddenFromIn(rule.class, filing.about, context.around)])]
  if (hiddenFrom.includes(context.by.personId) && context.onBehalf) return refusal('ABOUT_YOURSELF', '说到您自己的事，请邻居自己在小程序里报', 'about')
  const { recoverFrom, by } = route
  const heldBy = context.follows?.heldBy ?? route.holder
  return {
    type: 'Filed', v: 1, at: now, by: context.by, command: context.commandId,
    caseId: filing.caseId, communityId: context.communityId, groupBuyId: context.groupBuyId,
    // Where somebody else answers for it, it is no supplier's business, unless one is asked.
    // Nor is what is hidden from anybody: whoever hears of it can tell.
    supplierId: hiddenFrom.length === 0 && (recoverFrom === 'supplier' || heldBy === 'supplier') ? context.supplierId : null, recoverAt: context.recoverAt ?? 'retail', ...(context.silenceAdmits ? { silenceAdmits: true as const } : {}), recoverFrom,
    line, class: rule.class, reason: filing.reason, claim: filing.claim, wish: filing.wish,
    photos: filing.photos, voices: filing.voices, ...filmed(filing.videos), words: filing.words,
    late: line.arrivedAt !== null && now - line.arrivedAt > CLAIM_WINDOW,
    policy: context.policy, heldBy, ...(by.own && !context.follows ? { route: { id: by.id, words: by.words } } : {}),
    proven: check && { photos: check.photos, bearer: check.bearer, at: check.at }, ...context.onBehalf,
    ...(filing.logistics ? { logistics: filing.logistics } : {}), ...(filing.about ? { about: filing.about } : {}),
    ...(hiddenFrom.length > 0 ? { hiddenFrom } : {}), ...(context.beside ? { beside: true as const } : {}),
    ...(context.follows ? { follows: { caseId: context.follows.caseId, notBy: context.follows.notBy } } : {}),
    // A promise is the leader's own, and nobody else's.
    ...(context.promisedUntil && heldBy === 'leader' ? { promisedUntil: context.promisedUntil } : {}), ...(context.around.desk ? { desk: true as const } : {}),
  }
}

/** A receipt is shown, not told. */
function leastPhotos({ claim }: Filing, rule: ReasonRule): number {
  return Math.max(rule.photos, claim.measure === 'parts' && claim.proof === 'receipt' ? 1 : 0)
}

/** Phones' clocks differ. */
const DAY = 24 * 3600_000

function noticedTrouble({ claim }: Filing, now: number): Refusal | null {
  return claim.measure === 'parts' && claim.noticedAt > now + DAY ? refusal('BAD_TIME', '发现的日子还没到，请重新选', 'claim.noticedAt') : null
}

/** What only some classes are asked for: nobody slips it into others. */
function factsTrouble({ about, logistics }: Filing, rule: ReasonRule): Refusal | null {
  if (rule.class === 'service' && about === undefined) return refusal('ABOUT_NEEDED', '请选说的是谁', 'about')
  if (rule.class !== 'service' && about !== undefined) return refusal('NOT_ASKED', '这种情况不用选说的是谁', 'about')
  if (rule.class !== 'logistics' && logistics !== undefined) return refusal('NOT_ASKED', '这种情况不用填快递', 'logistics')
  return null
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

/** Something has to say what is wrong, where neither pieces nor a photo do; on behalf words suffice. */
function wordsTrouble({ photos, words, voices, videos = [], logistics }: Filing, rule: ReasonRule, { onBehalf }: FilingContext): Refusal | null {
  if (photos.length > 0) return null
  const said = words.trim() !== ''
  if (onBehalf) return said ? null : refusal('WORDS_NEEDED', '没有照片的话，请写上邻居是怎么说的', 'words')
  if (rule.parcel && (logistics?.waybill ?? '').trim() === '') return refusal('WAYBILL_NEEDED', '请填快递单号，或者拍一张快递单', 'logistics.waybill')
  return rule.words && !said && voices.length + videos.length === 0 ? refusal('WORDS_NEEDED', '请说一句，或者写一句是什么事', 'words') : null
}

function wishTrouble({ wish, claim }: Filing, rule: ReasonRule, line: ClaimedLine): Refusal | null {
  if (wish.kind !== 'none' && !rule.wishes.includes(wish.kind)) return refusal('WISH_NOT_OFFERED', '这种情况不能这样处理，请换一个', 'wish.kind')
  if (!('amount' in wish)) return null
  const most = Math.min(refundPreview(line, claim), line.left)
  if (most < 1) return refusal('NOTHING_LEFT', '这件东西已经没有可以退的钱了', 'wish.amount')
  if (!Number.isSafeInteger(wish.amount) || wish.amount < 1) return refusal('BAD_AMOUNT', '退款金额不对', 'wish.amount')
  return wish.amount > most ? refusal('MORE_THAN_PREVIEW', '要退的钱比算出来的多，请重新打开看看', 'wish.amount') : null
}
