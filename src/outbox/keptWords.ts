import { useState } from 'react'
import { forgetKept, readKept, writeKept } from '../cloud/kept'

/** Words to a case that are not sent yet; kept letter by letter. */
const keyOf = (caseId: string) => `words/${caseId}`

export function useKeptWords(caseId: string | null): [words: string, write: (words: string) => void] {
  const [words, setWords] = useState(() => (caseId === null ? '' : readKept<string>(keyOf(caseId)) ?? ''))
  return [words, next => {
    setWords(next)
    if (caseId !== null) writeKept(keyOf(caseId), next)
  }]
}

/** They have arrived. */
export function forgetKeptWords(caseId: string): void {
  forgetKept(keyOf(caseId))
}
