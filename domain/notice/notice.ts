import type { Asks, Until } from './asks'
import type { FallbackMark, Place } from './fallback/fallback'
import type { NoticeKind, Told } from './kinds'
import type { TemplateKey } from './templates'

/**
 * Where WeChat's copy of a notice stands. `sent`: WeChat took it; `delivered`: it has said since that it arrived. `unknown`: the sender died between
 * asking WeChat and writing the answer down, or the answer was lost; never sent again. `bundled`: it went with another one (`goesWith`), whose fate is its
 * own; where that one was not sent, it is not `bundled` any more.
 */
export type CopyState = 'none' | 'due' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'bundled'

/** What a notice is about, where that is goods somebody bought: what tells which of them can be said in one message. */
export interface About {
  /** As on the order, uncut. */
  goods: string
  groupBuyId: string
  productId: string
  communityId: string
  supplierId: string | null
}

/** The copy is with WeChat, as far as is known. */
export const TAKEN_BY_WECHAT: readonly CopyState[] = ['sent', 'delivered']

/** How many of an inbox are shown, and read, at a time. */
export const NOTICES_A_PAGE = 100

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
  as: Told
  caseId: string
  title: string
  body: string
  /** In-app page that it opens. */
  page: string
  at: number
  readAt: number | null
  /** Those that were written before kinds were have none: see `kindOfTemplate`. */
  kind?: NoticeKind
  /** A danger, or what somebody has to do about one: it waits for no morning and for nothing else to go with. */
  urgent?: boolean
  about?: About
  /** Where the body says until when something is to be done; missing on those that were written before this was kept. */
  asks?: Asks
  template: TemplateKey | null
  /** Template fields, cut to WeChat's limits. */
  data: Record<string, string>
  /** Of one that is about to be sent, and says until when: that, as it is now; null where nobody can say. ms */
  dueAt?: number | null
  /** The same with what is asked by then, where it is one case's. */
  until?: Until
  copy: CopyState
  copyAt: number | null
  /**
   * WeChat's error code of the last attempt, or our own word for why there is no copy: `noCredit`, `notInWeChat`, `off` (they do not want it),
   * `outdated` (no longer true, or no longer theirs, when its turn came), `read` (they had read it in the inbox by then), `broken` (could not be worked out, time and again).
   */
  copyError: string
  /** How often its turn came. */
  tries: number
  /** What WeChat was asked, oldest first. */
  attempts?: Attempt[]
  /** Of a `bundled` one: the notice whose copy says it. */
  goesWith?: string
  /** Of the one that says it for others: how many cases its copy spoke of. */
  spokeOf?: number
  /** WeChat's id of the copy, as `messageId` writes it; '' where its answer brought none. */
  msgId?: string
  /** Of a nudge: where the cases were that it counted, and a group may have a robot. */
  places?: readonly Place[]
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
