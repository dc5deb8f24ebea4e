import type { CaseStep } from '../../../../domain/contract/calls'
import type { CaseView } from '../../../../domain/people/caseView'

/** What a sheet above a case needs. */
export interface CaseSheetProps {
  view: CaseView
  busy: boolean
  /** Why it did not go. */
  said: string | null
  onClose: () => void
  /** @returns whether it was taken, or waits to be sent */
  act: (step: CaseStep) => Promise<boolean>
}
