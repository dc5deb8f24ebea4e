import type { CaseStep } from '../../../../../domain/contract/calls'
import type { SaySheetProps } from '../../../../components/SaySheet/SaySheet'

/** What a sheet of words for one step of a case needs. */
export interface SayStep<C extends CaseStep['type']> extends Pick<SaySheetProps, 'busy' | 'said' | 'onClose'> {
  onSend: (command: Extract<CaseStep, { type: C }>) => Promise<boolean>
}
