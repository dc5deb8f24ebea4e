import type { CaseStep } from '../../domain/contract/calls'
import type { CaseView } from '../../domain/people/caseView'

/** What a sheet above a case needs that leaders and the desk both have. It is there while it is open. */
export interface StepSheet<C extends CaseStep['type']> {
  /** Who reads it: what the others are called goes by that. */
  as: 'leader' | 'operator'
  view: CaseView
  busy: boolean
  /** Why it did not go. */
  said: string | null
  onClose: () => void
  /** @returns whether it was taken */
  onSend: (command: Extract<CaseStep, { type: C }>) => Promise<boolean>
}

/** Nothing goes without a sentence. */
export function needsWords({ words }: { words: string }): string | null {
  return words === '' ? '先写一句' : null
}
