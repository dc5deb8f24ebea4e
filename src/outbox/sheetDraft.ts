import { createContext, useContext, useState } from 'react'
import type { Party } from '../../domain/case/case'
import { forgetKept, readKept, writeKept } from '../cloud/kept'
import { PHOTOS } from '../cloud/photoTrip'
import { VIDEOS } from '../cloud/videoTrip'
import { VOICES } from '../cloud/voiceTrip'
import { forgetTrips } from './keptTrips'

/** What was typed and chosen in one sheet, by the names that the sheet gives its fields; what is written as a sentence is `words`. */
export type SheetDraft = Record<string, unknown>

/** Of all the sheets above one case, by the step each is for: one record, so that a page finds them all at once. */
type CaseDrafts = Record<string, SheetDraft>

/** Stands in a draft whose step was refused because the case had moved on. */
const LATE = 'late'

/** What the sheet below is a draft of: from `draftOwner`. Null: nothing is kept. */
export const SheetOwner = createContext<string | null>(null)

/** By what a sheet's words, choices and photos are kept: whoever is two parties of one case has two drafts. */
export function draftOwner(as: Party, caseId: string, step: string): string {
  return `sheet/${as}/${caseId}/${step}`
}

/**
 * State of a sheet above a case that is still there after a refusal, a closed sheet or a killed app, until the step was taken: `useState` for whatever
 * somebody types or chooses. Until they do, it is `initial`, and follows the case when the sheet is opened again.
 * @param name of the field within the sheet; with what a choice is among in it, where that may be another one next time
 */
export function useSheetDraft<T>(name: string, initial: T | (() => T)): [value: T, write: (value: T) => void] {
  const owner = useContext(SheetOwner)
  const [value, setValue] = useState<T>(() => {
    const kept = owner === null ? undefined : readSheetDraft(owner)?.[name]
    if (kept !== undefined) return kept as T
    return typeof initial === 'function' ? (initial as () => T)() : initial
  })
  return [value, next => {
    setValue(next)
    if (owner !== null) writeSheetDraft(owner, { ...readSheetDraft(owner), [name]: next })
  }]
}

/** The name that photos, voices and videos of this sheet are kept by. */
export function useSheetOwner(): string | undefined {
  return useContext(SheetOwner) ?? undefined
}

export function readSheetDraft(owner: string): SheetDraft | null {
  const [drafts, step] = placeOf(owner)
  return readKept<CaseDrafts>(drafts)?.[step] ?? null
}

export function writeSheetDraft(owner: string, draft: SheetDraft): void {
  const [drafts, step] = placeOf(owner)
  writeKept(drafts, { ...readKept<CaseDrafts>(drafts), [step]: draft })
}

/** The step was taken, or what was written is not wanted any more: the photos too, and the same words where they could not be sent before. */
export function forgetSheetDraft(owner: string): void {
  const [drafts, step] = placeOf(owner)
  const { [step]: gone, ...others } = readKept<CaseDrafts>(drafts) ?? {}
  const kept = Object.entries(others).filter(([, draft]) => draft[LATE] !== true || wordsIn(draft) === '' || wordsIn(draft) !== wordsIn(gone))
  if (kept.length > 0) writeKept(drafts, Object.fromEntries(kept))
  else forgetKept(drafts)
  forgetTrips(PHOTOS, owner)
  forgetTrips(VOICES, owner)
  forgetTrips(VIDEOS, owner)
}

/** Somebody else was faster: what was written is left over, should the step be possible no more. */
export function noteLate(owner: string): void {
  const draft = readSheetDraft(owner)
  if (draft !== null) writeSheetDraft(owner, { ...draft, [LATE]: true })
}

/** Words that came too late. */
export interface LateWords {
  /** The sheet they were written in. */
  owner: string
  step: string
  words: string
}

/** What came too late in the sheets above one case. */
export function lateWords(as: Party, caseId: string): LateWords[] {
  return lateIn(placeOf(draftOwner(as, caseId, ''))[0])
}

/** What came too late in the other sheets above the same case: the one that is open can have it. */
export function useLateWords(): string[] {
  const owner = useContext(SheetOwner)
  const [words] = useState(() => (owner === null ? [] : lateIn(placeOf(owner)[0]).filter(late => late.owner !== owner).map(late => late.words)))
  return words
}

function lateIn(drafts: string): LateWords[] {
  return Object.entries(readKept<CaseDrafts>(drafts) ?? {}).flatMap(([step, draft]) => (draft[LATE] === true && wordsIn(draft) !== '' ? [{ owner: `${drafts}/${step}`, step, words: wordsIn(draft) }] : []))
}

function wordsIn(draft: SheetDraft | undefined): string {
  return typeof draft?.words === 'string' ? draft.words.trim() : ''
}

function placeOf(owner: string): [drafts: string, step: string] {
  const cut = owner.lastIndexOf('/')
  return [owner.slice(0, cut), owner.slice(cut + 1)]
}
