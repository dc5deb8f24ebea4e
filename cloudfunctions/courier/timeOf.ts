import { pendingAt } from '../../domain/case/effect'
import { replay } from '../../domain/case/evolve'
import { warningStartedIn } from '../../domain/notice/hazard'
import type { Notice } from '../../domain/notice/notice'
import { stillToDo } from '../../domain/notice/stillTrue'
import type { CaseDocument } from '../lib/cases'
import { findById } from '../lib/database'
import type { WarningDocument } from '../lib/warnings'

/**
 * Whether what a notice says is true at this moment: somebody may have decided what it asks for, or the danger be over. What merely told what
 * happened stays true. @returns a time where it has to be looked at again then: a decision may yet be taken back
 */
export async function timeOf({ _id, caseId, as, personId, template }: Notice, now: number): Promise<'now' | 'past' | number> {
  const warningId = warningStartedIn(_id)
  if (warningId !== null) return (await findById<WarningDocument>('warnings', warningId))?.state.state === 'lifted' ? 'past' : 'now'
  const seq = Number(_id.slice(caseId.length).split(':')[1])
  if (template !== 'toHandle' || caseId === '' || !Number.isInteger(seq)) return 'now'
  const document = await findById<CaseDocument>('cases', caseId)
  if (!document) return 'past'
  if (document.state.hiddenFrom?.includes(personId)) return 'past'
  const pending = pendingAt(document.state, now)
  if (pending) return pending.until
  return stillToDo(replay(document.events.slice(0, seq + 1)).state, document.state, as) ? 'now' : 'past'
}
