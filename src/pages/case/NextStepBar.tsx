import type { ReactNode } from 'react'
import type { CaseStep } from '../../../domain/contract/calls'
import type { CaseView } from '../../../domain/people/caseView'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Button } from '../../components/Button/Button'
import { Trouble } from '../../components/States/Trouble'
import { agreeWords } from './agreeWords'
import type { NextStep } from './nextStep'
import type { CaseSheet } from './sheets/SheetAbove'

interface NextStepBarProps {
  view: CaseView
  step: NextStep
  /** The place of the chosen way out; null while none is. */
  option: number | null
  acting: boolean
  trouble: string | null
  act: (step: CaseStep) => void
  onSheet: (sheet: CaseSheet) => void
}

const LABELS: Record<Exclude<NextStep, 'agree' | 'confirmRefund'>, string> = { addEvidence: '补张照片', sendReturn: '我拿出来了', receiveReplacement: '收到了', reopen: '接着说' }

/** The one thing to do next, as one button. */
export function NextStepBar({ view, step, option, acting, trouble, act, onSheet }: NextStepBarProps): ReactNode {
  const picked = option === null ? undefined : view.offer?.options[option]
  return (
    <ActionBar>
      <Trouble words={trouble} />
      {step === 'agree' ? <Button kind='primary' label={picked ? agreeWords(picked) : '先选一个办法'} disabled={!picked} busy={acting} busyLabel='正在发…' onTap={() => { if (option !== null) act({ type: 'agree', option }) }} />
        : step === 'confirmRefund' ? <Button kind='primary' label='收到钱了' busy={acting} busyLabel='正在发…' onTap={() => act({ type: 'confirmRefund' })} />
        : <Button kind='primary' label={step === 'reopen' && view.stage === 'returnOff' ? '想退了' : LABELS[step]} disabled={acting} onTap={() => onSheet(step)} />}
    </ActionBar>
  )
}
