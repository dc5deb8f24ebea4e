import { shanghaiDay } from '../clock/shanghai'
import type { Order } from './order'

/** What a resident says to show that an order is theirs. */
export interface BindingClaim {
  groupBuyId: string
  /** 跟团号 as typed: 7, 07 and 7号 are the same. */
  joinNumber: string
  /** Four digits. */
  phoneLast4: string
}

export type Binding =
  | { ok: true; matched: Order[] }
  | {
    ok: false
    /** MANY_TRIES: wait until tomorrow. BINDING_NOT_FOUND: no such pair, counts as a try. BINDING_NEEDS_LEADER: the leader confirms it. */
    code: 'BINDING_NOT_FOUND' | 'BINDING_NEEDS_LEADER' | 'MANY_TRIES'
    message: string
    /** After this one, today. */
    triesLeft: number
    /** For BINDING_NEEDS_LEADER, the orders meant: for the leader's eyes, never in the answer to the resident. */
    candidates: Order[]
  }

/** Four digits have ten thousand values and 跟团号 is public; five tries a day leave a guesser years. */
export const triesPerDay = 5

/**
 * How many tries are left on the Shanghai day of `now`.
 * @param tries times (ms) of the failed tries; older ones may be among them
 */
export function triesLeft(tries: readonly number[], now: number): number {
  const today = shanghaiDay(now)
  return Math.max(0, triesPerDay - tries.filter(time => shanghaiDay(time) === today).length)
}

/**
 * Which orders of a group-buy are meant by 跟团号 and the last four digits of the phone. Whoever asks is not told which of the two was
 * wrong. The caller adds `now` to `tries` after BINDING_NOT_FOUND, before it answers.
 * An export that masks the phone, or gives none, cannot prove the pair: then the leader confirms.
 * @param orders of the group-buy, or those of its community
 */
export function bindOrders(claim: BindingClaim, orders: readonly Order[], tries: readonly number[], now: number): Binding {
  const left = triesLeft(tries, now)
  if (left === 0) return { ok: false, code: 'MANY_TRIES', message: '今天试的次数太多了，明天再来，或者请团长帮您认领。', triesLeft: 0, candidates: [] }
  const joinNumber = plainJoinNumber(claim.joinNumber)
  const last4 = claim.phoneLast4.normalize('NFKC').trim()
  const sameNumber = orders.filter(order => order.groupBuyId === claim.groupBuyId && joinNumber !== '' && plainJoinNumber(order.joinNumber) === joinNumber)
  const matched = /^\d{4}$/.test(last4) ? sameNumber.filter(order => order.phoneLast4 === last4 && order.phoneHash !== '') : []
  if (matched.length > 0) return { ok: true, matched }
  const unproven = sameNumber.filter(order => order.phoneHash === '' && (order.phoneLast4 === '' || order.phoneLast4 === last4))
  if (unproven.length > 0) {
    return { ok: false, code: 'BINDING_NEEDS_LEADER', message: '这单看不到完整的手机号，要请团长确认一下。', triesLeft: left, candidates: unproven }
  }
  return { ok: false, code: 'BINDING_NOT_FOUND', message: '没有找到这一单，请看看跟团号和手机尾号有没有填错。', triesLeft: left - 1, candidates: [] }
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
