import type { Party } from '../../case/case'
import type { Attempt, CopyState, Notice } from '../notice'
import { nudgeRound } from '../nudge'

/** Ways beside WeChat's copy, for those who work with cases. A robot stands in a group; the others reach one person. */
export const WAYS = ['robot', 'email', 'sms'] as const
export type Way = (typeof WAYS)[number]

/** Whose group a robot stands in: `community:` or `supplier:`, and the id. */
export type Place = `community:${string}` | `supplier:${string}`

/**
 * Where one thing that goes another way stands; as WeChat's copy: `sending` is written before the call, and one that was left behind becomes `unknown`
 * and is never sent again. `none`: it did not go, and `why` says why.
 */
export type FallbackState = 'due' | 'sending' | 'sent' | 'failed' | 'unknown' | 'none'

/** One notice on one other way. Several are one message when they are due at the same moment: that message is their `batch`. */
export interface Fallback {
  /** Made of the way, where it goes, and what it is about: whatever is planned twice is there once. */
  _id: string
  way: Way
  /** A robot's place (`community:…`, `supplier:…`), else a person's id. */
  to: string
  /** The notice that it stands for. Of several people told the same, a group is told once: then it is one of theirs. */
  noticeId: string
  /** Of a danger: it goes before what is none. */
  urgent?: boolean
  state: FallbackState
  /** When its turn comes; afterwards, when it ended. ms */
  at: number
  /** The answer's code where it did not arrive, or our own word: `outdated`, `hidden`, `read`, `off` (they do not want it any more), `removed`, `broken`, `lost`. */
  why: string
  tries: number
  /** What was asked, oldest first. */
  attempts: Attempt[]
  /** Of the message it went in last; '' before. */
  batch: string
}

/**
 * What is left of a notice's other ways. `waits`: its copy may still be taken by WeChat; `given`: there are entries for it; `none`: there is nothing to go by;
 * `broken`: where it goes could not be worked out. Missing: not for this notice, as for a resident's.
 */
export type FallbackMark = 'waits' | 'given' | 'none' | 'broken'

/** Copies that ended without WeChat having taken them. What is `unknown` may have arrived, and is never said twice, but for a danger. */
export const NOT_TAKEN: readonly CopyState[] = ['none', 'failed']

/** Nothing to be told any more when the copy's turn came, or known by then. */
const NOT_MEANT = ['outdated', 'read']

/** They do not want it by WeChat; there is no message for it. */
const NOT_FOR_WECHAT = ['off', '']

/** Whether a copy that was not taken is to be said another way. */
export function fallsBack(copyError: string): boolean {
  return !NOT_MEANT.includes(copyError)
}

/** WeChat was to bring it and did not: it was wanted there, and there is a message for it. */
export function wechatDidNot({ copy, copyError }: Pick<Notice, 'copy' | 'copyError'>): boolean {
  return NOT_TAKEN.includes(copy) && !NOT_FOR_WECHAT.includes(copyError)
}

/** The mark of a new notice: residents are told by WeChat, or by the leader's hand. */
export function fallbackMark(as: Party): { fallback?: FallbackMark } {
  return as === 'leader' || as === 'supplier' || as === 'operator' ? { fallback: 'waits' } : {}
}

/** What a notice is about, without whom it tells: its id ends in the person's; a nudge's in its half hour, which is all that it is about. */
export function aboutOf({ _id, personId }: { _id: string; personId: string }): string {
  return nudgeRound(_id) ?? (_id.endsWith(`:${personId}`) ? _id.slice(0, -personId.length - 1) : _id)
}
