import { refusal, type Refusal } from '../contract/refusal'
import type { ClaimedLine } from './case'
import type { Wish } from './claim'
import { FURTHEST } from './handling'
import { yuan } from './money'

/** Every way out [spec: mission, row 6], in the words of a button. */
export const REMEDIES = {
  refund: '退款',
  returnRefund: '退货退款',
  exchange: '换货',
  redeliver: '补发',
  sendPart: '补配件',
  repair: '维修',
  gift: '送一份小礼物',
  coupon: '送优惠券',
  discount: '下次便宜一点',
  apology: '道歉',
} as const
export type Remedy = keyof typeof REMEDIES
export const REMEDY_CODES = Object.keys(REMEDIES) as [Remedy, ...Remedy[]]

/** One way out that is proposed. Fen; what is missing on older offers is nothing. */
export interface OfferOption {
  remedy: Remedy
  /** Of what was paid for the goods. */
  refund: number
  /** What sending cost the resident. */
  freight?: number | undefined
  /** Proven loss, or goodwill; on top of what was paid. */
  compensation?: number | undefined
  /** The goods come back first; without it an exchange or a repair leaves them where they are. */
  returnFirst?: boolean | undefined
  /** What came back and failed inspection is not sent home: it is money for the goods as they are. Missing: they go home, where nothing else is done with them. */
  kept?: boolean | undefined
  /** Until when it can be taken, where it cannot be kept open for ever. ms */
  until?: number | undefined
  /** What is sent, given or said, in words. */
  words?: string | undefined
}

/** Fen above which a sum on top is a slip of the finger, not a decision: nobody paid freight of more for a box of fruit (our own numbers). */
export const MOST_FREIGHT = 50_000
export const MOST_COMPENSATION = 100_000

/** Who is offered something has at least so long to see it and to answer (our own number). ms */
export const LEAST_OFFERED = 3600_000

/** What a wish asks for; null where nothing has to be done but knowing. */
export function remedyOf(wish: Wish): Remedy | null {
  return wish.kind === 'none' ? null : wish.kind
}

/** Whether anything goes back, or comes, with this remedy. */
export function goodsOf(remedy: Remedy | null, returnFirst: boolean): 'back' | 'out' | null {
  switch (remedy) {
    case 'returnRefund': return 'back'
    case 'exchange': case 'repair': return returnFirst ? 'back' : 'out'
    case 'redeliver': case 'sendPart': case 'gift': return 'out'
    default: return null
  }
}

/** All that somebody gets with an option. Fen. */
export function worthOf(option: Pick<OfferOption, 'refund' | 'freight' | 'compensation'>): number {
  return option.refund + (option.freight ?? 0) + (option.compensation ?? 0)
}

/** The case, as far as an amount goes: what can still be given back. Fen. */
export interface WithLine { line: Pick<ClaimedLine, 'left'> }

/** What is wrong with a way out on this case, or null. `field`: where the option stands in the input; `now`: when it is in effect. */
export function optionTrouble(c: WithLine, option: OfferOption, field: string, now: number): Refusal | null {
  const at = (part: string) => (field === '' ? part : `${field}.${part}`)
  const { remedy, refund, freight = 0, compensation = 0, until } = option
  const trouble = amountTrouble(c, refund, at('refund')) ?? topTrouble(freight, MOST_FREIGHT, '运费', at('freight')) ?? topTrouble(compensation, MOST_COMPENSATION, '补偿', at('compensation'))
  if (trouble) return trouble
  if (remedy === 'refund' && worthOf(option) < 1) return refusal('BAD_AMOUNT', '请填退多少钱', at('refund'))
  if (remedy === 'returnRefund' && refund < 1) return refusal('BAD_AMOUNT', '请填退多少钱', at('refund'))
  if (option.returnFirst && remedy !== 'exchange' && remedy !== 'repair') return refusal('NO_RETURN', '这个办法不用把东西拿回来', at('returnFirst'))
  if (['gift', 'coupon', 'discount'].includes(remedy) && (option.words ?? '').trim() === '') return refusal('WORDS_NEEDED', '请写清楚送什么、便宜多少', at('words'))
  if (until !== undefined && (!Number.isSafeInteger(until) || until - now < LEAST_OFFERED || until - now > FURTHEST)) return refusal('BAD_TIME', '截止时间太早或者太晚了，人家知道以后至少要有一个小时', at('until'))
  return null
}

/** What may be given back of what was paid. */
export function amountTrouble(c: WithLine, amount: number, field: string): Refusal | null {
  if (!Number.isSafeInteger(amount) || amount < 0) return refusal('BAD_AMOUNT', '金额不对', field)
  return amount > c.line.left ? refusal('MORE_THAN_PAID', '退的钱不能超过这件东西付的钱', field) : null
}

/** What comes on top of what was paid is bounded by itself. */
export function topTrouble(amount: number, most: number, what: string, field: string): Refusal | null {
  if (!Number.isSafeInteger(amount) || amount < 0) return refusal('BAD_AMOUNT', `${what}的金额不对`, field)
  return amount > most ? refusal('TOO_MUCH', `${what}最多 ${yuan(most)}`, field) : null
}

/** An option as one says it: 退 ¥12.60，另补运费 ¥8；换货（先把东西退回来）. */
export function optionWords(option: OfferOption): string {
  const { remedy, refund, freight = 0, compensation = 0 } = option
  const money = [
    ...(refund > 0 ? [`退 ${yuan(refund)}`] : []), ...(freight > 0 ? [`运费 ${yuan(freight)}`] : []), ...(compensation > 0 ? [`补偿 ${yuan(compensation)}`] : []),
  ].join('，另加')
  const what = remedy === 'refund' ? '' : remedy === 'returnRefund' ? '东西拿回来' : REMEDIES[remedy]
  const first = option.returnFirst ? '（先把东西拿回来）' : ''
  const words = (option.words ?? '').trim()
  const stays = option.kept ? '东西留下不还了' : ''
  return [`${what}${first}`, stays, words === '' || remedy === 'refund' ? '' : words, money].filter(part => part !== '').join('，')
}
