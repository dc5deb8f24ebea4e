import { useState } from 'react'
import type { CallFailed } from '../cloud/callFailed'

export interface StepSheet<S extends string> {
  /** The sheet to show, or none. */
  open: S | null
  show: (sheet: S) => void
  close: () => void
  /** What went wrong with the last step, for whoever shows it: the open sheet, or else the page. */
  said: string | null
}

/**
 * Which sheet stands open above a case. It closes by itself when the case turned out to have changed: what it asked may have no meaning any more,
 * and the words about it belong to the page below. What went wrong before a sheet was opened is not repeated in it.
 */
export function useStepSheet<S extends string>(trouble: CallFailed | null): StepSheet<S> {
  const [shown, setShown] = useState<S | null>(null)
  const [before, setBefore] = useState<CallFailed | null>(null)
  const fresh = trouble === before ? null : trouble
  const moved = fresh !== null && ['CASE_CHANGED', 'WRONG_STATE', 'NOT_YET'].includes(fresh.code)
  return {
    open: moved ? null : shown,
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
