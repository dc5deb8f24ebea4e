import type { CaseStep } from '../../../../../domain/contract/calls'
import type { CaseView } from '../../../../../domain/people/caseView'

/** What every sheet of a step needs. */
export interface StepSheet {
  view: CaseView
  busy: boolean
  said: string | null
  onClose: () => void
  /** @returns whether it was taken */
  onSend: (command: CaseStep) => Promise<boolean>
}
