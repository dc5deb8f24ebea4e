import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { MOST_STEPS, type PlanStep } from '../../../../../domain/case/handling'
import { before } from '../../../../../domain/clock/shanghai'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { partyWords } from '../../../../words/stageWords'
import { untilChoices } from '../../../../words/untilChoices'
import type { StepSheetProps } from './ForwardSheet'
import './StepSheet.scss'

/** The contract's limit of a step's words. */
const MOST_WORDS = 100

/** 接下来怎么办: what, who, until when, a step at a time. What of an older plan is still to come is there already. */
export function PlanSheet({ open, onClose, busy, said, onSend, view }: StepSheetProps<'plan'> & { view: CaseView }): ReactNode {
  const now = useNow()
  const [steps, setSteps] = useState<readonly PlanStep[]>(() => (view.plan ?? []).flatMap(s => (s.by > now && s.party !== 'system' ? [{ what: s.what, by: s.by, party: s.party }] : [])))
  const [what, setWhat] = useState('')
  const [party, setParty] = useState<PlanStep['party']>('leader')
  const [by, setBy] = useState<number | null>(null)
  const choices = untilChoices(now)
  const parties: PlanStep['party'][] = ['leader', 'resident', ...(view.hasSupplier ? ['supplier' as const] : []), ...(view.desk ? ['operator' as const] : [])]
  const written = what.trim() !== '' && by !== null ? { what: what.trim(), party, by } : null
  const all = written ? [...steps, written] : steps
  const half = what.trim() !== '' && by === null ? '选一下什么时候' : all.length === 0 ? '先写一步' : null
  const add = () => {
    setSteps(all)
    setWhat('')
    setBy(null)
  }
  return (
    <Sheet
      open={open} title='接下来怎么办' onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={half ?? `发出去，${all.length} 步`} disabled={half !== null} busy={busy} busyLabel='正在发…' onTap={() => onSend({ type: 'plan', steps: [...all] })} /></>}
    >
      <View className='step-sheet'>
        <View>邻居{view.hasSupplier && '和供货商'}都看得到。再写一次，就按新的来。</View>
        {steps.map((s, i) => (
          <View className='step-sheet__row' key={`${s.by}-${s.what}`}>
            <View>{i + 1}. {before(s.by, now)}，{partyWords(s.party, 'leader')}{s.what}</View>
            <Button narrow kind='quiet' label='去掉' spokenLabel={`去掉第 ${i + 1} 步`} onTap={() => setSteps(steps.filter(other => other !== s))} />
          </View>
        ))}
        {steps.length < MOST_STEPS && (
          <>
            <Field label='做什么' value={what} most={MOST_WORDS} placeholder='比如：问供货商要到冷链记录' onChange={setWhat} />
            <View><View className='step-sheet__question'>谁来做</View><ChoiceTiles value={party} choices={parties.map(value => ({ value, label: partyWords(value, 'leader') }))} onChoose={setParty} /></View>
            <View><View className='step-sheet__question'>什么时候之前</View><ChoiceTiles value={by} choices={choices.map(c => ({ value: c.at, label: c.says }))} onChoose={setBy} /></View>
            {written && all.length < MOST_STEPS && <Button label='再写一步' onTap={add} />}
          </>
        )}
      </View>
    </Sheet>
  )
}
