import type { ReactNode } from 'react'
import type { CaseView } from '../../../../domain/people/caseView'
import { AddEvidence } from '../AddEvidence'
import { AppealSheet } from './AppealSheet'
import { AskAgainSheet } from './AskAgainSheet'
import type { CaseSheetProps } from './caseSheet'
import { CounterSheet } from './CounterSheet'
import { ExtendSheet } from './ExtendSheet'
import { RateSheet } from './RateSheet'
import { ReturnSheet } from './ReturnSheet'
import { WordsSheet, type WordStep } from './WordsSheet'

/** Every question that can come up above a case: by the step it leads to. */
export type CaseSheet = WordStep | 'addEvidence' | 'counter' | 'appeal' | 'extendClaim' | 'sendReturn' | 'rate' | 'askAgain'

/** Whether it still has a meaning, as the case is now. */
export function isPossible({ mayDo, stage }: Pick<CaseView, 'mayDo' | 'stage'>, sheet: CaseSheet): boolean {
  return sheet === 'askAgain' ? stage === 'dismissed' : mayDo.includes(sheet)
}

export function SheetAbove({ sheet, ...props }: CaseSheetProps & { sheet: CaseSheet }): ReactNode {
  switch (sheet) {
    case 'addEvidence': return <AddEvidence view={props.view} busy={props.busy} said={props.said} onClose={props.onClose} onSend={added => props.act({ type: 'addEvidence', ...added })} />
    case 'counter': return <CounterSheet {...props} />
    case 'appeal': return <AppealSheet {...props} />
    case 'extendClaim': return <ExtendSheet {...props} />
    case 'sendReturn': return <ReturnSheet {...props} />
    case 'rate': return <RateSheet {...props} />
    case 'askAgain': return <AskAgainSheet view={props.view} onClose={props.onClose} />
    default: return <WordsSheet step={sheet} {...props} />
  }
}
