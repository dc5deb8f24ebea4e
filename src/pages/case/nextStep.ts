import type { CaseView } from '../../../domain/people/caseView'

/** What a resident can be the next to do. */
export type NextStep = 'addEvidence' | 'agree' | 'sendReturn' | 'receiveReplacement' | 'confirmRefund' | 'reopen'

/** In the order in which they count, should there be several. */
const ORDER: readonly NextStep[] = ['addEvidence', 'agree', 'sendReturn', 'receiveReplacement', 'confirmRefund', 'reopen']

/** The one thing that the case waits for the resident to do; null where it waits for nothing of theirs. */
export function nextStepOf({ mayDo, stage }: Pick<CaseView, 'mayDo' | 'stage'>): NextStep | null {
  return ORDER.find(step => mayDo.includes(step) && (step !== 'addEvidence' || stage === 'waitingEvidence')) ?? null
}
