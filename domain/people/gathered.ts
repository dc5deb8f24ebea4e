import type { Case, CaseState } from '../case/case'
import { pendingAt, seenBy } from '../case/effect'
import { storyFor } from '../case/story'
import { caseCard, caseView, type CaseCard, type CaseView } from './caseView'
import { promisesSeen } from './promisesSeen'
import type { Viewer } from './relation'

/** Between seller and supplier, and no helper leader's business. */
const NOT_GATHERED = ['Forwarded', 'SupplierDisputed', 'RecoveryAdmitted', 'RecoveryDisputed', 'LiabilitySplit'] as const

/**
 * A case as a helper leader sees it: what the household knows, in the words of who looks after it. Nothing to decide, nothing to pay: the seller
 * does; and nothing of what seller and supplier settle between them.
 */
export function gatheredView(c: Case, viewer: Viewer, now: number): CaseView {
  const pending = pendingAt(c.state, now)
  // What may yet be taken back has happened for nobody but who decided.
  const known = pending ? { state: pending.before, events: c.events.slice(0, -1), version: c.version - 1 } : c
  const view = caseView(known, viewer, now)
  return {
    ...view, gathered: true, promises: promisesSeen(known, 'resident', now), mayDo: [], myDue: null, takesEffect: null, recovery: null, liability: null, recoverFrom: null,
    story: storyFor(known.state, known.events, 'leader', now, { ...viewer, without: NOT_GATHERED, withoutInternal: true }),
  }
}

/** The same in a list. */
export function gatheredCard(state: CaseState, now: number): CaseCard {
  return { ...caseCard(seenBy(state, 'resident', now), 'leader', now), gathered: true, myDue: null, recovery: null }
}
