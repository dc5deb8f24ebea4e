import type { Criterion } from '../case/reasons'
import { refusal, type Refusal } from '../contract/refusal'
import { DEFAULT_REPLIES } from './defaultReplies'

/** Where a sentence is offered. */
export const REPLY_PURPOSES = { reject: '不同意时', offer: '换个办法时', askEvidence: '请人补照片时', forward: '问供货商时', batch: '一批一起定时', note: '记一笔、留句话' } as const
export type ReplyPurpose = keyof typeof REPLY_PURPOSES
export const REPLY_PURPOSE_CODES = Object.keys(REPLY_PURPOSES) as [ReplyPurpose, ...ReplyPurpose[]]

/** What a sentence does [spec: mission, row 22]. */
export const REPLY_TONES = { apology: '道歉', cause: '说原因', evidence: '要凭据', calm: '安抚', explanation: '解释', compensation: '补偿' } as const
export type ReplyTone = keyof typeof REPLY_TONES
export const REPLY_TONE_CODES = Object.keys(REPLY_TONES) as [ReplyTone, ...ReplyTone[]]

/** A sentence to tap instead of typing it; it can be changed before it is sent. */
export interface StandardReply {
  id: string
  purpose: ReplyPurpose
  tone: ReplyTone
  /** With placeholders, which the phone fills in: see `PLACEHOLDERS`. */
  words: string
  /** Of those for not agreeing: the reason it belongs to. Left out: any. */
  criterion?: Criterion | undefined
}

/** A community's own list, in the order in which it is offered. `version` counts savings: of two editors at once the second is told. */
export interface StoredReplies {
  version: number
  list: StandardReply[]
}

export const PLACEHOLDERS = ['称呼', '商品', '金额'] as const
export type Fillings = Record<(typeof PLACEHOLDERS)[number], string>

/** More than anybody looks through. */
export const MOST_REPLIES = 80
export const LONGEST_REPLY = 200

/** The sentence as it would be sent. */
export function filledIn(words: string, fillings: Fillings): string {
  return words.replace(/\{([^{}]*)\}/g, (whole, name: string) => (isPlaceholder(name) ? fillings[name] : whole))
}

/**
 * Sentences for a purpose, in their order; for not agreeing those of the reason, or where it has none those of no reason.
 * @param own the community's list; null where it keeps the usual one
 */
export function repliesFor(own: readonly StandardReply[] | null, purpose: ReplyPurpose, criterion?: Criterion): StandardReply[] {
  const all = (own ?? DEFAULT_REPLIES).filter(r => r.purpose === purpose)
  const of = all.filter(r => r.criterion === criterion)
  return of.length > 0 ? of : all.filter(r => r.criterion === undefined)
}

/** Why a list cannot be kept; null where it can. */
export function repliesTrouble(list: readonly StandardReply[]): Refusal | null {
  if (list.length > MOST_REPLIES) return refusal('TOO_MANY_REPLIES', `最多留 ${MOST_REPLIES} 句`, 'replies')
  for (const [i, reply] of list.entries()) {
    const trouble = wrongWith(reply, `replies.${i}`)
    if (trouble) return trouble
    if (list.findIndex(r => r.id === reply.id) < i) return refusal('SAME_REPLY_TWICE', '有一句放了两次', `replies.${i}.id`)
  }
  return null
}

function wrongWith({ purpose, words, criterion }: StandardReply, field: string): Refusal | null {
  if (words.trim() === '') return refusal('WORDS_NEEDED', '这一句还没写', `${field}.words`)
  if (words.length > LONGEST_REPLY) return refusal('TOO_LONG', `一句最多 ${LONGEST_REPLY} 个字`, `${field}.words`)
  const named = [...words.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')
  const unknown = named.find(name => !isPlaceholder(name))
  if (unknown !== undefined) return refusal('UNKNOWN_PLACEHOLDER', `只能用 ${PLACEHOLDERS.map(p => `{${p}}`).join('、')}`, `${field}.words`)
  // Suppliers never learn which household it is.
  if (purpose === 'forward' && named.includes('称呼')) return refusal('NAMES_HOUSEHOLD', '发给供货商的话里不能带邻居的称呼', `${field}.words`)
  return criterion !== undefined && purpose !== 'reject' ? refusal('NOT_FOR_THIS', '只有「不同意时」的话才分原因', `${field}.criterion`) : null
}

function isPlaceholder(name: string): name is keyof Fillings {
  return (PLACEHOLDERS as readonly string[]).includes(name)
}
