import type { CaseView } from './caseView'

/** Of a dismissed case, what whoever looks at it once more has to know: what was said then, and how it was decided. */
export type EarlierCase = Pick<CaseView, 'id' | 'filedAt' | 'reason' | 'claim' | 'quantity' | 'asked' | 'words' | 'photos' | 'rejection' | 'appeal'>

/** Taken from what this person sees of it when they open it, so that nothing is told here that is not told there. */
export function earlierCase({ id, filedAt, reason, claim, quantity, asked, words, photos, rejection, appeal }: CaseView): EarlierCase {
  return { id, filedAt, reason, claim, quantity, asked, words, photos, rejection, appeal }
}
