import type { DamageStep } from '../../domain/case/claim'
import type { Wish } from '../../domain/case/claim'
import type { Extent, Proof, WayNoticed } from '../../domain/case/parts'
import type { About, Reason } from '../../domain/case/reasons'
import { drawId } from '../cloud/drawId'
import { forgetKept, readKept, writeKept } from '../cloud/kept'
import { PHOTOS } from '../cloud/photoTrip'
import { VIDEOS } from '../cloud/videoTrip'
import { VOICES } from '../cloud/voiceTrip'
import { forgetTrips } from './keptTrips'
import { forgetUnfinished } from './unfinished'

/** What somebody has chosen and written so far; `caseId` makes sending it again safe. Its photos, voices and videos are kept beside it (keptTrips.ts). */
export interface Draft {
  caseId: string
  reason: Reason | null
  bad: number
  damage: DamageStep | null
  /** Grams, as typed. */
  promised: string
  actual: string
  /** Null: what the reason takes as given. */
  wish: WishChoice | null
  /** Yuan, as typed. */
  part: string
  words: string
  parts: PartRow[]
  proof: Proof | null
  noticedAt: number | null
  noticed: WayNoticed | null
  extent: Extent | null
  /** What the parts are worth: yuan, as typed. */
  worth: string
  carrier: string
  waybill: string
  about: About | null
}

/** `asComputed`: all the money there is to ask for; `part`: less of it, as typed. */
export type WishChoice = 'asComputed' | 'part' | Exclude<Wish['kind'], 'refund'>

/** A missing part as it is being filled in. */
export interface PartRow {
  name: string
  /** Null: nobody knows it. */
  model: string | null
  quantity: number
}

/** Nothing chosen yet. */
export function newDraft(): Draft {
  return {
    caseId: drawId(), reason: null, bad: 1, damage: null, promised: '', actual: '', wish: null, part: '', words: '',
    parts: [{ name: '', model: '', quantity: 1 }], proof: null, noticedAt: null, noticed: null, extent: null, worth: '', carrier: '', waybill: '', about: null,
  }
}

/** An order line, as what belongs to it is kept. */
export const lineOwner = (orderId: string, lineId: string) => `${orderId}/${lineId}`

const keyOf = (owner: string) => `draft/${owner}`

/** What was left behind on this line, or a fresh start. */
export function openDraft(owner: string): Draft {
  return { ...newDraft(), ...readKept<Draft>(keyOf(owner)) }
}

/** Written at once, letter by letter: the next moment the app may be gone without a word. */
export function keepDraft(owner: string, draft: Draft): void {
  writeKept(keyOf(owner), draft)
}

/** Something else was filed under this draft's id, or refused: a later filing must not be taken for a repetition of it. */
export function renewCaseId(owner: string): void {
  const draft = readKept<Draft>(keyOf(owner))
  if (draft) keepDraft(owner, { ...draft, caseId: drawId() })
}

export function forgetDraft(owner: string): void {
  forgetKept(keyOf(owner))
  forgetTrips(PHOTOS, owner)
  forgetTrips(VOICES, owner)
  forgetTrips(VIDEOS, owner)
  forgetUnfinished(owner)
}
