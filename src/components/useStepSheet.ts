import { useState } from 'react'
import type { Party } from '../../domain/case/case'
import type { CallFailed } from '../cloud/callFailed'
import { draftOwner, noteLate } from '../outbox/sheetDraft'

interface StepSheetOf<S extends string> {
  /** What went wrong with the last step. */
  trouble: CallFailed | null
  as: Party
  caseId: string | null
  /** Whether it still has a meaning, as the case is now. */
  isPossible: (sheet: S) => boolean
}

export interface StepSheet<S extends string> {
  /** The sheet to show, or none. */
  open: S | null
  /** What is typed and chosen in it is kept by this: for `SheetOwner`. */
  owner: string | null
  show: (sheet: S) => void
  close: () => void
  /** What went wrong with the last step, for whoever shows it: the open sheet, or else the page. */
  said: string | null
}

/**
 * Which sheet stands open above a case. It closes by itself when the case turned out to have changed: what it asked may have no meaning any more,
 * and the words about it belong to the page below. What was written in it stays. What went wrong before a sheet was opened is not repeated in it.
 */
export function useStepSheet<S extends string>({ trouble, as, caseId, isPossible }: StepSheetOf<S>): StepSheet<S> {
  const [shown, setShown] = useState<S | null>(null)
  const [before, setBefore] = useState<CallFailed | null>(null)
  const fresh = trouble === before ? null : trouble
  const moved = fresh !== null && ['CASE_CHANGED', 'WRONG_STATE', 'NOT_YET'].includes(fresh.code)
  const owner = shown === null || caseId === null ? null : draftOwner(as, caseId, shown)
  const gone = shown !== null && !isPossible(shown)
  if (gone) {
    // The page was read anew meanwhile, and nobody has tapped yet. Noted now, so that the page below shows the words in this very round; noting it twice is noting it once.
    if (owner !== null) noteLate(owner)
    setShown(null)
  }
  const open = moved || gone ? null : shown
  return {
    open,
    owner: open === null ? null : owner,
    show(sheet) {
      setBefore(trouble)
      setShown(sheet)
    },
    close() {
      setBefore(trouble)
      setShown(null)
    },
    said: fresh?.message ?? null,
  }
}
