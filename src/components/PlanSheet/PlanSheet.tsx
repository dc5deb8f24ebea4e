import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MOST_STEPS, type PlanStep } from '../../../domain/case/handling'
import { before } from '../../../domain/clock/shanghai'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { partyWords } from '../../words/stageWords'
import { untilChoices } from '../../words/untilChoices'
import { Button } from '../Button/Button'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { Field } from '../Field/Field'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import type { StepSheet } from '../stepSheet'
import { useNow } from '../useNow'
import './PlanSheet.scss'

/** The contract's limit of a step's words. */
const MOST_WORDS = 100

/** 接下来怎么办: what, who, until when, a step at a time. What of an older plan is still to come is there already. */
export function PlanSheet({ as, view, busy, said, onClose, onSend }: StepSheet<'plan'>): ReactNode {
  const now = useNow()
  const [steps, setSteps] = useSheetDraft<readonly PlanStep[]>('steps', () => (view.plan ?? []).flatMap(s => (s.by > now && s.party !== 'system' ? [{ what: s.what, by: s.by, party: s.party }] : [])))
  const [what, setWhat] = useSheetDraft('words', '')
  const [party, setParty] = useSheetDraft<PlanStep['party']>('party', as)
  const [by, setBy] = useSheetDraft<number | null>('by', null)
  const others: PlanStep['party'][] = [...(as === 'operator' ? ['leader' as const] : []), 'resident', ...(view.hasSupplier ? ['supplier' as const] : []), ...(as === 'leader' && view.desk ? ['operator' as const] : [])]
  const written = what.trim() !== '' && by !== null ? { what: what.trim(), party, by } : null
  const all = written ? [...steps, written] : steps
  const lacks = what.trim() !== '' && by === null ? '选一下什么时候' : all.length === 0 ? '先写一步' : null
  const add = () => {
    setSteps(all)
    setWhat('')
    setBy(null)
  }
  return (
    <Sheet
      open title='接下来怎么办' onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={lacks ?? `发出去，${all.length} 步`} disabled={lacks !== null} busy={busy} busyLabel='正在发…' onTap={() => { void onSend({ type: 'plan', steps: [...all] }).then(taken => { if (taken) onClose() }) }} /></>}
    >
      <View className='plan-sheet'>
        <View>{as === 'leader' ? '邻居' : view.unseenByNamed ? '居民' : '居民、团长'}{view.hasSupplier && '和供货商'}都看得到。再写一次，就按新的来。</View>
        {steps.map((s, i) => (
          <View className='plan-sheet__row' key={`${s.by}-${s.what}`}>
            <View className='plan-sheet__step'>{i + 1}. {before(s.by, now)}，{whose(s.party, as)}{s.what}</View>
            <Button narrow kind='quiet' label='去掉' spokenLabel={`去掉第 ${i + 1} 步`} onTap={() => setSteps(steps.filter(other => other !== s))} />
          </View>
        ))}
        {steps.length < MOST_STEPS && (
          <>
            <Field label='做什么' value={what} most={MOST_WORDS} placeholder='比如：问供货商要到冷链记录' onChange={setWhat} />
            <View><View className='plan-sheet__question'>谁来做</View><ChoiceTiles value={party} choices={[as, ...others].map(value => ({ value, label: whose(value, as) }))} onChoose={setParty} /></View>
            <View><View className='plan-sheet__question'>什么时候之前</View><ChoiceTiles value={by} choices={untilChoices(now).map(c => ({ value: c.at, label: c.says }))} onChoose={setBy} /></View>
            {written && all.length < MOST_STEPS && <Button label='再写一步' onTap={add} />}
          </>
        )}
      </View>
    </Sheet>
  )
}

/** Any colleague may do what is the desk's. */
function whose(party: PlanStep['party'], as: 'leader' | 'operator'): string {
  return party === 'operator' ? '平台' : partyWords(party, as)
}
