import { useState } from 'react'
import { forgetKept, readKept, writeKept } from '../cloud/kept'

/** Words not sent yet, by what they are about (a case, a field of a group-buy); kept letter by letter. */
const keyOf = (about: string) => `words/${about}`

export function useKeptWords(about: string | null): [words: string, write: (words: string) => void] {
  const [words, setWords] = useState(() => (about === null ? '' : readKept<string>(keyOf(about)) ?? ''))
  return [words, next => {
    setWords(next)
    if (about !== null) writeKept(keyOf(about), next)
  }]
}

/** They have arrived. */
export function forgetKeptWords(about: string): void {
  forgetKept(keyOf(about))
}
