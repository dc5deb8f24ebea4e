import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { DAMAGE_STEPS, refundPreview, type Claim, type DamageStep } from '../../../../domain/case/claim'
import { REASONS } from '../../../../domain/case/reasons'
import type { CaseView } from '../../../../domain/people/caseView'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../components/Field/Field'
import { MoneyLines } from '../../../components/MoneyLines/MoneyLines'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { Stepper } from '../../../components/Stepper/Stepper'
import { useSheetDraft } from '../../../outbox/sheetDraft'
import { damageWords } from '../../../words/claimWords'
import type { CaseSheetProps } from './caseSheet'

/** 又发现坏的: more of the same line than was said before, never less. */
export function ExtendSheet({ view, act, ...sheet }: CaseSheetProps): ReactNode {
  const [claim, setClaim] = useSheetDraft<Claim>('claim', view.claim)
  const line = { quantity: view.quantity, paid: view.line?.paid ?? 0 }
  const preview = refundPreview(line, claim)
  const more = preview > refundPreview(line, view.claim)
  return (
    <SaySheet
      {...sheet} title='又发现坏的' label='想说的话' placeholder='想说的话（可以不写）' camera='把新发现的拍上' send='补报上去'
      missing={() => (more ? null : '先填一共坏了多少')} onSend={({ words, photos }) => act({ type: 'extendClaim', claim, photos, words })}
    >
      <View>填一共的数，连原来说过的也算上。</View>
      <HowMuchNow claim={claim} view={view} onChange={setClaim} />
      {more && 'amount' in view.wish && <MoneyLines refund={Math.min(preview, view.line?.left ?? preview)} />}
    </SaySheet>
  )
}

function HowMuchNow({ claim, view, onChange }: { claim: Claim; view: CaseView; onChange: (claim: Claim) => void }): ReactNode {
  // What has no pieces cannot grow by any.
  if (claim.measure === 'none' || claim.measure === 'parts') return null
  const least = 'bad' in view.claim ? view.claim.bad : 1
  const pieces = view.quantity > 1 && <Stepper label='一共几件不对' value={claim.bad} least={least} most={view.quantity} onChange={bad => onChange({ ...claim, bad })} />
  if (claim.measure === 'weight') {
    return (
      <>
        {pieces}
        <Field label='称出来多少' value={String(claim.actual)} type='digit' most={7} unit='克' onChange={typed => onChange({ ...claim, actual: Math.min(claim.promised, Number(typed.replace(/\D/g, ''))) })} />
      </>
    )
  }
  return (
    <>
      {pieces}
      {REASONS[view.reason].measure === 'pieces' && <ChoiceTiles<DamageStep> columns={3} value={claim.damage} choices={DAMAGE_STEPS.map(value => ({ value, label: damageWords(value) }))} onChoose={damage => onChange({ ...claim, damage })} />}
    </>
  )
}
