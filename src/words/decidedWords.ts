import type { CaseView } from '../../domain/people/caseView'

/** What somebody just decided, in a word or two. */
export function decidedWords({ stage }: Pick<CaseView, 'stage'>): string {
  switch (stage) {
    case 'offered': return '办法已提'
    case 'rejected': return '已定不同意'
    case 'agreedNoMoney': return '已记下'
    default: return '已同意'
  }
}
