import type { CaseView } from '../../../domain/people/caseView'

/** What was asked is more than this person may decide. */
export function isOverLimit({ limit, asked }: Pick<CaseView, 'limit' | 'asked'>): boolean {
  return limit !== null && asked > limit
}
