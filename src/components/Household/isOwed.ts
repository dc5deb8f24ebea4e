import type { CaseView } from '../../../domain/people/caseView'

/** Money that the household has not got yet: to be paid, on its way, or paid and not arrived. */
export function isOwed({ money }: Pick<CaseView, 'money'>): boolean {
  return money === 'due' || money === 'paying' || money === 'failed'
}
