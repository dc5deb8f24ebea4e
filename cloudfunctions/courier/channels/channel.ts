import type { Told } from '../../../domain/notice/fallback/told'

/** Where a channel's messages go to. */
export interface Address {
  /** The robot's key, the mailbox, the phone. Never logged, and in no view. */
  secret: string
  /** How whose it is is called, where the message says so. */
  name: string
}

/**
 * What came of asking a service to take a message. `later`: nothing was sent, the same may be tried again; `failed`: not this message; `gone`: nothing can be
 * sent there any more; `lost`: nobody can say whether it was sent, so it is never sent again. `code`: the service's own, or ours.
 */
export type ChannelAnswer = { taken: true } | { taken: false; means: 'later' | 'failed' | 'gone' | 'lost'; code: string }

/** A notice to be told, and when it was written. ms */
export type Item = Told & { at: number }

/** A way to tell people beside WeChat's copy. */
export interface Channel {
  /** Where it goes now; null where nobody set it up, or took it away meanwhile, or this deployment has no such service. */
  addressOf(to: string): Promise<Address | null>
  /** Takes the turn for one message, where the service counts them. @returns when to come back; null: now */
  turn(address: Address, now: number): Promise<number | null>
  /** Sends one message for all of these, once. `batch` is drawn for it. Never throws. */
  send(address: Address, items: readonly Item[], batch: string, now: number): Promise<ChannelAnswer>
  /** Notes that nothing can be sent there any more, for whoever set it up. */
  lostAddress(to: string, address: Address, code: string, now: number): Promise<void>
}
