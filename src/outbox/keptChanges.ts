import { useState } from 'react'
import { forgetKept, readKept, writeKept } from '../cloud/kept'

export interface KeptChanges<T> {
  /** Null: nothing is changed. */
  changed: T | null
  /** They were left there by an earlier visit, and nothing was changed since. */
  left: boolean
  change: (to: T) => void
  /** They were saved, or are not wanted any more. */
  forget: () => void
}

const keyOf = (about: string) => `changes/${about}`

/**
 * What is changed on a page and not saved yet: kept on the phone with every tap, and there again when the page is opened anew. Nobody is asked on leaving,
 * for a browser could not hold them.
 * @param about whose page it is; null while that is not known: then nothing is kept
 */
export function useKeptChanges<T>(about: string | null): KeptChanges<T> {
  const [held, setHeld] = useState(() => found<T>(about))
  if (held.about !== about) setHeld(found<T>(about))
  return {
    changed: held.changed, left: held.left,
    change(to) {
      setHeld({ about, changed: to, left: false })
      if (about !== null) writeKept(keyOf(about), to)
    },
    forget() {
      setHeld({ about, changed: null, left: false })
      if (about !== null) forgetKept(keyOf(about))
    },
  }
}

function found<T>(about: string | null): { about: string | null; changed: T | null; left: boolean } {
  const changed = about === null ? null : readKept<T>(keyOf(about))
  return { about, changed, left: changed !== null }
}
