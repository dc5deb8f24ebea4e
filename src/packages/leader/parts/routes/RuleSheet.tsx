import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { CLASS_CODES, CLASSES, REASONS, type RecoverFrom } from '../../../../../domain/case/reasons'
import type { RoutesPage } from '../../../../../domain/contract/calls'
import { HOLDERS, HOLDER_CODES, RECOVER_FROM, RECOVER_FROM_CODES } from '../../../../../domain/route/rule'
import { ruleWords } from '../../../../../domain/route/ruleWords'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { PickSome } from '../../../../components/PickSome/PickSome'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Words } from '../../../../components/Words/Words'
import { namesOf } from './namesOf'
import { reasonsWithin, ruleOf, withClasses, type Rule, type RuleDraft } from './ruleDraft'
import '../case/StepSheet.scss'

interface RuleSheetProps {
  first: RuleDraft
  isNew: boolean
  page: RoutesPage
  onDone: (rule: Rule) => void
  onDelete: () => void
  onClose: () => void
}

const PAYERS: { value: RecoverFrom | 'usual'; label: string }[] = [{ value: 'usual', label: '照平常' }, ...RECOVER_FROM_CODES.map(value => ({ value, label: RECOVER_FROM[value] }))]

/** One rule: which things, whose they are first, and what it is called. What is not chosen does not matter. */
export function RuleSheet({ first, isNew, page, onDone, onDelete, onClose }: RuleSheetProps): ReactNode {
  const [draft, setDraft] = useState(first)
  const change = (over: Partial<RuleDraft>) => setDraft({ ...draft, ...over })
  const rule = ruleOf(draft)
  const named = ruleOf({ ...draft, words: '…' })
  return (
    <Sheet
      open title={isNew ? '加一条规则' : '改这条规则'} onClose={onClose}
      bar={<><Button kind='primary' label={typeof rule === 'string' ? rule : '就这样'} disabled={typeof rule === 'string'} onTap={() => { if (typeof rule !== 'string') onDone(rule) }} />{!isNew && <Button kind='danger' label='去掉这条' onTap={onDelete} />}</>}
    >
      <View className='step-sheet'>
        <View className='soft'>没选的就是都算。同时选了几样，要都对上才算。</View>
        <PickSome label='哪类事' choices={CLASS_CODES.map(value => ({ value, label: CLASSES[value].says }))} value={draft.classes} onChange={classes => setDraft(withClasses(draft, classes))} />
        {reasonsWithin(draft.classes).length > 0 && <PickSome label='哪种原因' choices={reasonsWithin(draft.classes).map(value => ({ value, label: REASONS[value].says }))} value={draft.reasons} onChange={reasons => change({ reasons })} />}
        {page.products.length > 0 && <PickSome label='哪些商品' choices={page.products.map(p => ({ value: p.key, label: `${p.title}${p.spec === '' ? '' : ` ${p.spec}`}` }))} value={draft.productKeys} onChange={productKeys => change({ productKeys })} />}
        {page.suppliers.length > 0 && <PickSome label='谁供的货' choices={page.suppliers.map(s => ({ value: s.id, label: s.name }))} value={draft.supplierIds} onChange={supplierIds => change({ supplierIds })} />}
        <Field label='要退多少以上（可以不填）' value={draft.atLeast} type='digit' most={9} unit='元' onChange={atLeast => change({ atLeast })} />
        <View><View className='step-sheet__question'>先归谁看</View><ChoiceTiles columns={3} value={draft.holder} choices={HOLDER_CODES.map(value => ({ value, label: HOLDERS[value] }))} onChoose={holder => change({ holder })} /></View>
        <View><View className='step-sheet__question'>钱找谁</View><ChoiceTiles value={draft.recoverFrom} choices={PAYERS} onChoose={recoverFrom => change({ recoverFrom })} /></View>
        <Words label='这条叫什么' value={draft.words} onChange={words => change({ words })} placeholder='比如：贵的先请平台看' phrases={typeof named === 'string' ? [] : [ruleWords(named, namesOf(page)).slice(0, 60)]} />
      </View>
    </Sheet>
  )
}

