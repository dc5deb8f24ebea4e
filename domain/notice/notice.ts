import type { Party } from '../case/case'
import type { FallbackMark } from './fallback/fallback'
import type { TemplateKey } from './templates'

/**
 * Where WeChat's copy of a notice stands. `sent`: WeChat took it; `delivered`: it has said since that it arrived. `unknown`: the sender died between
 * asking WeChat and writing the answer down, or the answer was lost; never sent again.
 */
export type CopyState = 'none' | 'due' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown'

/** The copy is with WeChat, as far as is known. */
export const TAKEN_BY_WECHAT: readonly CopyState[] = ['sent', 'delivered']

/** One call to WeChat about a copy. */
export interface Attempt {
  at: number
  /** How long the answer took. ms */
  ms: number
  /** `ok`, WeChat's error code, or `lost`: nobody can say whether it was sent. */
  answer: string
}

/**
 * Something owed to a person. The document is the delivery: it stands in the inbox exactly once, its id made of event and recipient.
 * The WeChat message is a copy of it.
 */
export interface Notice {
  _id: string
  personId: string
  as: Party
  caseId: string
  title: string
  body: string
  /** In-app page that it opens. */
  page: string
  at: number
  readAt: number | null
  template: TemplateKey | null
  /** Template fields, cut to WeChat's limits. */
  data: Record<string, string>
  copy: CopyState
  copyAt: number | null
  /**
   * WeChat's error code of the last attempt, or our own word for why there is no copy: `noCredit`, `notInWeChat`, `outdated` (no longer true when its
   * turn came), `broken` (could not be worked out, time and again).
   */
  copyError: string
  /** How often its turn came. */
  tries: number
  /** What WeChat was asked, oldest first. */
  attempts?: Attempt[]
  /** WeChat's id of the copy, as `messageId` writes it; '' where its answer brought none. */
  msgId?: string
  /** Its other ways, where WeChat does not take the copy. */
  fallback?: FallbackMark
}

/**
 * WeChat's id of a message. It comes as text in an event and as a number in an answer, where JSON has rounded it already: both are
 * written the same way, and the person and the template tell apart what rounding made one.
 */
export function messageId(msgId: unknown): string {
  const number = typeof msgId === 'number' || (typeof msgId === 'string' && /^\d{1,20}$/.test(msgId)) ? Number(msgId) : 0
  return number > 0 ? String(number) : ''
}
