import type { Reason } from '../case/reasons'

/** A case that somebody's words seem to ask for. Nothing of it is filed before the leader has looked at it. */
export interface ChatProposal {
  /** As the chat calls them; '' when it does not say. */
  who: string
  /** The words it was read from. */
  said: string
  /** `sure`: one household, one thing, one reason, one number. `unsure`: it could be several, or something is not said. `unmatched`: nobody knows who. */
  certainty: 'sure' | 'unsure' | 'unmatched'
  /** Why it is not sure, in words; empty when it is. */
  why: string[]
  /** Most likely first; exactly one when sure. Lines of the group-buy's orders only. */
  candidates: { orderId: string; lineId: string }[]
  /** What a person has to settle before it can be filed: whose it is, which thing, what is wrong with it; empty when nothing is. */
  missing: ('household' | 'goods' | 'reason')[]
  reason: Reason | null
  /** How many; null when not said. */
  pieces: number | null
  /** Pictures in the chat that could not be copied along. */
  pictures: number
}

export interface ChatReading {
  proposals: ChatProposal[]
  /** Messages with a word of trouble in them that was not taken for a complaint, and why. */
  passedOver: { who: string; said: string; why: string }[]
  messages: number
}

/** More than a chat of one evening has; what is beyond is not read. */
export const LONGEST_CHAT = 60_000
