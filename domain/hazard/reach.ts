import { TOLD_BY } from '../case/onBehalf'
import { byJoinNumber } from '../orders/joinNumber'
import type { Reach } from './warning'

/** What came of the messages to a household's people: the newest word of any of them. */
export interface Messages {
  /** When somebody of it opened the message in the app; null: nobody did. */
  readAt: number | null
  /** WeChat took at least one. */
  sent: boolean
}

/** `sent`: WeChat took the message and nobody opened it yet, which is weaker than knowing. */
export type ReachState = 'reached' | 'sent' | 'notReached'

/** How far a household is, all ways together. */
export function reachOf(reach: Reach, { readAt, sent }: Messages): ReachState {
  if (reach.acknowledgedAt !== null || reach.told !== null || readAt !== null) return 'reached'
  return sent ? 'sent' : 'notReached'
}

/** Why a household counts as it does, in words. */
export function reachWords(reach: Reach, { readAt, sent }: Messages, people: number): string {
  if (reach.acknowledgedAt !== null) return '自己点了「知道了」'
  if (reach.told !== null) return TOLD_BY[reach.told.how]
  if (readAt !== null) return '打开看过消息'
  if (reach.unreachable !== null) return `${TOLD_BY[reach.unreachable.how].replace(/说了$|写了$/, '')}没找到人`
  if (sent) return '微信收到了，还没打开'
  return people === 0 ? '没来过小程序，要打电话或上门' : '在小程序里，还没打开看'
}

/** Households; the last three together are the first. */
export interface ReachCounts { households: number; reached: number; sent: number; notReached: number }

export function countReach(states: readonly ReachState[]): ReachCounts {
  const count = (state: ReachState) => states.filter(s => s === state).length
  return { households: states.length, reached: count('reached'), sent: count('sent'), notReached: count('notReached') }
}

interface Listed { state: ReachState; reach: Reach; joinNumber: string }

const ORDER: readonly ReachState[] = ['notReached', 'sent', 'reached']

/** The call list: who does not know stands first, among them who was not tried yet; then by 跟团号. */
export function inCallOrder<T extends Listed>(households: readonly T[]): T[] {
  const tried = (h: Listed) => Number(h.reach.unreachable !== null)
  return [...households].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || tried(a) - tried(b) || byJoinNumber(a, b))
}
