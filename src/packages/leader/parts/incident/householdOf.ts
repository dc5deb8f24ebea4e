import type { CaseCard } from '../../../../../domain/people/caseView'

/** A household as the leader calls it: 3号 邻居3. */
export function householdOf({ joinNumber, buyer }: Pick<CaseCard, 'joinNumber' | 'buyer'>): string {
  return `${joinNumber ? `${joinNumber}号 ` : ''}${buyer ?? ''}`
}
