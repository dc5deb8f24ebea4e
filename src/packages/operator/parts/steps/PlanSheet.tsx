import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { MOST_STEPS, type PlanStep } from '../../../../../domain/case/handling'
import { before } from '../../../../../domain/clock/shanghai'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { partyWords } from '../../../../words/stageWords'
import { untilChoices } from '../../../../words/untilChoices'
import type { StepSheet } from './stepSheet'
import './step.scss'

/** The contract's limit of a step's words. */
const MOST_WORDS = 100

/** 接下来怎么办: what, who, until when, a step at a time. What is still to come of an older plan stands there already. */
export function PlanSheet({ view, busy, said, onClose, onSend }: StepSheet): ReactNode {
  const now = useNow()
  const [steps, setSteps] = useState<readonly PlanStep[]>(() => (view.plan ?? []).flatMap(s => (s.by > now && s.party !== 'system' ? [{ what: s.what, by: s.by, party: s.party }] : [])))
  const [what, setWhat] = useState('')
  const [party, setParty] = useState<PlanStep['party']>('operator')
  const [by, setBy] = useState<number | null>(null)
  const parties: PlanStep['party'][] = ['operator', 'leader', 'resident', ...(view.hasSupplier ? ['supplier' as const] : [])]
  const written = what.trim() !== '' && by !== null ? { what: what.trim(), party, by } : null
  const all = written ? [...steps, written] : steps
  const lacks = what.trim() !== '' && by === null ? '选一下什么时候' : all.length === 0 ? '先写一步' : null
  const again = () => { setSteps(all); setWhat(''); setBy(null) }
  return (
    <Sheet
      open title='接下来怎么办' onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={lacks ?? `发出去，${all.length} 步`} disabled={lacks !== null} busy={busy} busyLabel='正在发…' onTap={() => void onSend({ type: 'plan', steps: [...all] })} /></>}
    >
      <View className='desk-step'>
        <View>居民、团长{view.hasSupplier && '和供货商'}都看得到。再写一次，就按新的来。</View>
        {steps.map((s, i) => (
          <View className='desk-step__row' key={`${s.by}-${s.what}`}>
            <View className='desk-step__fill'>{i + 1}. {before(s.by, now)}，{partyWords(s.party, 'operator')}{s.what}</View>
            <Button narrow kind='quiet' label='去掉' spokenLabel={`去掉第 ${i + 1} 步`} onTap={() => setSteps(steps.filter(other => other !== s))} />
          </View>
        ))}
        {steps.length < MOST_STEPS && (
          <>
            <Field label='做什么' value={what} most={MOST_WORDS} placeholder='比如：问供货商要冷链记录' onChange={setWhat} />
            <View><View className='desk-step__question'>谁来做</View><ChoiceTiles value={party} choices={parties.map(value => ({ value, label: value === 'operator' ? '平台' : partyWords(value, 'operator') }))} onChoose={setParty} /></View>
            <View><View className='desk-step__question'>什么时候之前</View><ChoiceTiles value={by} choices={untilChoices(now).map(c => ({ value: c.at, label: c.says }))} onChoose={setBy} /></View>
            {written && all.length < MOST_STEPS && <Button label='再写一步' onTap={again} />}
          </>
        )}
      </View>
    </Sheet>
  )
}
