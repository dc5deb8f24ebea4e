import type { Attempt } from '../../domain/notice/notice'

/** What is on record when everything has come to rest, as far as the reckoning reads it. Only shapes come from the product, no rule of it. */
export interface Records {
  cases: readonly CaseRecord[]
  notices: readonly NoticeRecord[]
  credits: readonly CreditRecord[]
  /** What WeChat took, oldest first. */
  messages: readonly MessageRecord[]
  /** What WeChat did not take, by each other way. */
  fallbacks: readonly FallbackRecord[]
  /** What services outside took, oldest first. */
  deliveries: readonly DeliveryRecord[]
  /** When each group's robot was asked to say something, by its key, oldest first. ms */
  robotsAsked: Readonly<Record<string, readonly number[]>>
  /** Robots and mailboxes that their services knew no more. */
  lostWays: readonly LostWay[]
  joint: readonly { _id: string; phase: string; cases: readonly { caseId: string }[]; results: readonly { caseId: string }[]; undone: readonly { caseId: string }[] }[]
}

/** An event as JSON: `at` ms, `command` the id of what caused it; the rest by its type. */
export interface EventRecord { type: string; at: number; by: { party: string; personId: string }; command: string; effectiveAt?: number; [more: string]: unknown }

export interface CaseRecord {
  _id: string
  communityId: string
  residentId: string | null
  supplierId: string | null
  version: number
  noticesDueAt: number | null
  events: readonly EventRecord[]
}

export interface NoticeRecord {
  _id: string
  personId: string
  as: string
  caseId: string
  /** When it was written. ms */
  at: number
  title: string
  page: string
  /** Of a danger. */
  urgent?: boolean
  template: string | null
  data: Record<string, string>
  copy: string
  copyError: string
  tries: number
  attempts?: readonly Attempt[]
  msgId?: string
  goesWith?: string
}

/** `at`: when it ended. ms */
export interface FallbackRecord { _id: string; way: string; to: string; noticeId: string; state: string; at: number; why: string; tries: number; attempts: readonly Attempt[]; batch: string }

/** `to` and `id` as the service has them: see devcloud's `Delivery`. */
export interface DeliveryRecord { service: string; to: string; id: string; title: string; text: string }

/** `address`: as in the cast's addresses; `from`: since when it is set aside, null where nobody found out; `until`: when another one was there. ms */
export interface LostWay { way: 'robot' | 'email'; to: string; address: string; at: number; from: number | null; until: number | null }

export interface CreditRecord { _id: string; personId: string; templateId: string; left: number; entries: readonly { id: string; kind: string; at: number }[] }

export interface MessageRecord { id: number; openid: string; templateId: string; page: string; data: Record<string, { value: string }> }

/** Who is who. Person ids. */
export interface Cast {
  leaders: readonly string[]
  suppliers: readonly string[]
  /** Of the desk that serves the community; none under load. */
  operators: readonly string[]
  /** Person → openid. */
  openids: ReadonlyMap<string, string>
  /** Address outside (`robot <key>`, `mail <mailbox>`, `sms <number>`) → the way and whom it reaches (`robot community:<id>`, `email <person>`, `sms <person>`). */
  addresses: ReadonlyMap<string, string>
  /** Template of a notice → WeChat's id of it. */
  templates: ReadonlyMap<string, string>
}
