import { shanghaiDay } from '../clock/shanghai'
import type { Order } from './order'

/** What a resident says to show that an order is theirs: the last four digits, and either 跟团号 or a name. */
export interface BindingClaim {
  groupBuyId: string
  /** 跟团号 as typed: 7, 07 and 7号 are the same. */
  joinNumber?: string | undefined
  /** The name on the order, as neighbours see it or as on the parcel, or its surname. */
  name?: string | undefined
  /** Four digits. */
  phoneLast4: string
}

export type Binding =
  | { ok: true; matched: Order[] }
  | {
    ok: false
    /**
     * MANY_TRIES: wait until tomorrow. BINDING_NOT_FOUND: no such pair. BINDING_NEEDS_NUMBER: several households fit the name, 跟团号 tells them
     * apart. BINDING_NEEDS_LEADER: the leader confirms it. All but MANY_TRIES use up a try.
     */
    code: 'BINDING_NOT_FOUND' | 'BINDING_NEEDS_NUMBER' | 'BINDING_NEEDS_LEADER' | 'MANY_TRIES'
    message: string
    /** After this one, today. */
    triesLeft: number
    /** For BINDING_NEEDS_LEADER, the orders meant: for the leader's eyes, never in the answer to the resident. May be none. */
    candidates: Order[]
  }

/** Four digits have ten thousand values and 跟团号 is public; five tries a day leave a guesser years. */
export const triesPerDay = 5

/**
 * Failed tries on one group-buy by everybody together, before only the leader can confirm there: whoever has many accounts has many times five.
 * Sixty an hour is an evening on which three hundred households come in and one in five mistypes. A hundred and fifty a day is what a guesser has:
 * with a surname that ten households of the group-buy bear, 150 × 10 ÷ 10 000 is one household in a week, of one that lasts two or three days,
 * and the leader is told on the first.
 */
export const groupBuyTries = { anHour: 60, aDay: 150 } as const

/**
 * How many tries are left on the Shanghai day of `now`.
 * @param tries times (ms) of the failed tries; older ones may be among them
 */
export function triesLeft(tries: readonly number[], now: number): number {
  const today = shanghaiDay(now)
  return Math.max(0, triesPerDay - tries.filter(time => shanghaiDay(time) === today).length)
}

/**
 * Which orders of a group-buy are meant by the last four digits of the phone and 跟团号 or a name. Whoever asks is not told which of the two was
 * wrong. The caller counts the try before it answers, unless the orders were found.
 * An export that masks the phone, or gives none, cannot prove the pair: then the leader confirms.
 * @param orders of the group-buy, or those of its community
 * @param crowded so many failed on this group-buy that only the leader can confirm: then every claim has the same answer, and the leader
 *   hears only of those that are right
 */
export function bindOrders(claim: BindingClaim, orders: readonly Order[], tries: readonly number[], now: number, crowded = false): Binding {
  const left = triesLeft(tries, now)
  if (left === 0) return { ok: false, code: 'MANY_TRIES', message: '今天试的次数太多了，明天再来，或者请团长帮您认领。', triesLeft: 0, candidates: [] }
  const no = (code: 'BINDING_NOT_FOUND' | 'BINDING_NEEDS_NUMBER' | 'BINDING_NEEDS_LEADER', message: string, candidates: Order[] = []): Binding => ({ ok: false, code, message, triesLeft: left - 1, candidates })
  const last4 = claim.phoneLast4.normalize('NFKC').trim()
  const meant = orders.filter(order => order.groupBuyId === claim.groupBuyId && isMeant(order, claim))
  const sameDigits = /^\d{4}$/.test(last4) ? meant.filter(order => order.phoneLast4 === last4) : []
  if (crowded) return no('BINDING_NEEDS_LEADER', '这个团今天试的人太多，要请团长确认一下。', oneHousehold(sameDigits) ? sameDigits : [])
  const proven = sameDigits.filter(order => order.phoneHash !== '')
  if (proven.length > 0) {
    // One name and the same four digits may be two households: whose they are is not for the one who asks to choose.
    if (claim.joinNumber === undefined && !oneHousehold(sameDigits)) return no('BINDING_NEEDS_NUMBER', '光凭名字还分不清是哪一家，请填跟团号再找。')
    return { ok: true, matched: proven }
  }
  // A name proves less than a number and anybody can think of one: without its digits it is not even put to the leader.
  const unproven = meant.filter(order => order.phoneHash === '' && (order.phoneLast4 === last4 || (order.phoneLast4 === '' && claim.joinNumber !== undefined)))
  if (unproven.length > 0 && /^\d{4}$/.test(last4)) return no('BINDING_NEEDS_LEADER', '这单看不到完整的手机号，要请团长确认一下。', unproven)
  return no('BINDING_NOT_FOUND', claim.joinNumber === undefined ? '没有找到，请看看名字和手机尾号有没有填错，或者改填跟团号。' : '没有找到这一单，请看看跟团号和手机尾号有没有填错。')
}

function isMeant(order: Order, { joinNumber, name }: BindingClaim): boolean {
  if (joinNumber !== undefined) {
    const typed = plainJoinNumber(joinNumber)
    return typed !== '' && plainJoinNumber(order.joinNumber) === typed
  }
  return name !== undefined && (isNamed(order.buyer, name) || isNamed(order.receiver, name))
}

/** The whole name, or its surname: one Chinese character, or two (欧阳, 司马). What an export hides (王**) is not held against anybody. */
function isNamed(shown: string, typed: string): boolean {
  const [whole, name] = [plainName(shown), plainName(typed)]
  if (whole === '' || name === '') return false
  if (whole === name) return true
  const visible = whole.replace(/[*＊].*$/u, '')
  if (visible !== whole && visible !== '' && name.startsWith(visible)) return true
  return /^\p{Script=Han}{1,2}$/u.test(name) && visible.startsWith(name)
}

function plainName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

/** All under one whole phone; an order whose phone is hidden may be anybody's. */
function oneHousehold(orders: readonly Order[]): boolean {
  const phones = new Set(orders.map(order => (order.phoneHash === '' ? order._id : `${order.communityId} ${order.phoneHash}`)))
  return phones.size === 1
}

/** 07, 7号 and ７ are how people write 7. */
function plainJoinNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/^(?:#|No\.?)/i, '').replace(/号$/, '').replace(/^0+(?=\d)/, '')
}

/**
 * The other orders of the same household, to be bound along with `matched`: same community, same whole phone. Who proved a phone for one
 * order has proved it for all orders under that phone, so the household need not type a number per group-buy. An empty hash proves
 * nothing; names and rooms are not used, since one nickname stands for several households.
 * @param orders of the community (by phoneHash is enough)
 */
export function ordersOfHousehold(matched: readonly Order[], orders: readonly Order[]): Order[] {
  const phones = new Set(matched.filter(order => order.phoneHash !== '').map(order => `${order.communityId} ${order.phoneHash}`))
  const already = new Set(matched.map(order => order._id))
  return orders.filter(order => !already.has(order._id) && order.phoneHash !== '' && phones.has(`${order.communityId} ${order.phoneHash}`))
}
