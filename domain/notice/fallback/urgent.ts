import type { Case } from '../../case/case'
import { warningOf } from '../hazard'
import type { Notice } from '../notice'

/** Somebody did not do what was promised, and it was given on. */
const ESCALATING: readonly string[] = ['Escalated', 'SupplierMissed']

/** Whether a notice is worth a ring: a danger that somebody has to do something about, or something that was escalated. */
export function isUrgent({ _id, caseId, template }: Pick<Notice, '_id' | 'caseId' | 'template'>, about: Pick<Case, 'state' | 'events'> | undefined): boolean {
  if (caseId === '') return warningOf(_id) !== null && /:started:[^:]+$/.test(_id)
  const type = about?.events[seqOf(_id, caseId)]?.type
  return (about?.state.class === 'hazard' && template === 'toHandle') || (type !== undefined && ESCALATING.includes(type))
}

/** Which event of its case a notice tells; NaN where its id does not say. */
function seqOf(noticeId: string, caseId: string): number {
  return Number(noticeId.slice(caseId.length).split(':')[1])
}
