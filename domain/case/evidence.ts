import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState } from './case'
import { MOST_PHOTOS } from './file'
import { filmedTrouble, type Video } from './video'
import { MOST_VOICES, type Voice } from './voice'

/** What can be missing, in the words in which it is asked for. */
export const MISSING = {
  clearer: '再拍一张清楚的',
  whole: '拍一张整盒的',
  label: '拍一下标签和日期',
  scale: '放在秤上拍一张',
  all: '把坏的都摆出来拍一张',
  package: '拍一下外包装',
  count: '说一下坏了几个',
  how: '说说打开时是什么样的',
} as const
export type Missing = keyof typeof MISSING
export const MISSING_CODES = Object.keys(MISSING) as [Missing, ...Missing[]]

/** Asked more often than this, it is no question any more but a way of not deciding [spec: case, commands, "ask for evidence"]. */
export const MOST_ROUNDS = 3

/** What somebody is waiting for the resident to add. */
export interface EvidenceAsked {
  by: 'leader' | 'supplier' | 'operator'
  /** Where the case goes back to. */
  from: 'review' | 'withSupplier' | 'withOperator'
  missing: Missing[]
  words: string
  at: number
}

export function roundsLeft(c: CaseState): number {
  return MOST_ROUNDS - (c.evidenceRounds ?? 0)
}

/** A question says exactly what is missing. */
export function askingTrouble(missing: readonly Missing[], words: string): Refusal | null {
  if (missing.length === 0 && words.trim() === '') return refusal('WHAT_IS_MISSING', '请说清楚要补什么', 'command.missing')
  return new Set(missing).size === missing.length ? null : refusal('SAME_TWICE', '有一样选了两次', 'command.missing')
}

/** What is added must be something, and all of it together still fits one look. */
export function addingTrouble(c: CaseState, added: { photos: readonly string[]; voices: readonly Voice[]; videos?: readonly Video[]; words: string }): Refusal | null {
  const { photos, voices, videos = [], words } = added
  if (photos.length === 0 && voices.length === 0 && videos.length === 0 && words.trim() === '') return refusal('NOTHING_ADDED', '请补一张照片，或者说一句', 'command.photos')
  if (new Set(photos).size !== photos.length) return refusal('SAME_PHOTO_TWICE', '有一张照片放了两次', 'command.photos')
  if (photos.length > MOST_PHOTOS) return refusal('TOO_MANY_PHOTOS', `一次最多补 ${MOST_PHOTOS} 张照片`, 'command.photos')
  if (voices.length > MOST_VOICES || new Set(voices.map(v => v.id)).size !== voices.length) return refusal('TOO_MANY_VOICES', `最多录 ${MOST_VOICES} 段话`, 'command.voices')
  const filmed = filmedTrouble(videos, 'command.videos')
  if (filmed) return filmed
  return c.evidence.length > MOST_ADDITIONS ? refusal('TOO_MUCH_EVIDENCE', '补的已经很多了，请打电话跟团长说', 'command.photos') : null
}

/** Three rounds, and as often again unasked. */
const MOST_ADDITIONS = 2 * MOST_ROUNDS
