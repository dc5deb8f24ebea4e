import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PreviewBasis } from '../../../domain/case/preview'
import { yuan } from '../../../domain/case/money'
import type { OfferOption } from '../../../domain/case/remedy'
import { returnFirstChoices } from '../../words/returnFirst'
import { untilChoices } from '../../words/untilChoices'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { Field } from '../Field/Field'
import { TextArea } from '../TextArea/TextArea'
import { useNow } from '../useNow'
import { WhoPays } from '../WhoPays/WhoPays'
import { GIVES_BACK, MAY_COME_BACK, NEEDS_WORDS, STAYS_ANYWAY, type DraftField, type OptionDraft } from './optionDraft'

interface OptionEditorProps {
  as: Parameters<typeof WhoPays>[0]['as']
  draft: OptionDraft
  option: OfferOption
  trouble: { field: DraftField; says: string } | null
  most: number | null
  basis: PreviewBasis | null
  /** The goods came back, and were not found to be as they were said to be. */
  here: boolean
  onChange: (draft: OptionDraft) => void
}

/** The contract's limit of an option's words. */
const MOST_WORDS = 100

/** One way out in all its parts; what is wrong stands at its field, and who pays what below. */
export function OptionEditor({ as, draft, option, trouble, most, basis, here, onChange }: OptionEditorProps): ReactNode {
  const now = useNow()
  const at = (field: DraftField) => (trouble?.field === field && (draft[field] !== '' || field === 'compensation') ? trouble.says : undefined)
  const change = (more: Partial<OptionDraft>) => onChange({ ...draft, ...more })
  const gives = GIVES_BACK.includes(draft.remedy)
  const until = [{ value: 0, label: '一直有效' }, ...untilChoices(now).map(c => ({ value: c.at, label: `${c.says}前` }))]
  return (
    <View className='offer-sheet'>
      {MAY_COME_BACK.includes(draft.remedy) && (
        <ChoiceTiles columns={1} value={draft.returnFirst ? 'back' : 'stay'} choices={returnFirstChoices(draft.remedy)} onChoose={chosen => change({ returnFirst: chosen === 'back' })} />
      )}
      {here && !STAYS_ANYWAY.includes(draft.remedy) && (
        <ChoiceTiles
          columns={1} value={draft.kept ? 'stays' : 'home'} onChoose={chosen => change({ kept: chosen === 'stays' })}
          choices={[{ value: 'home', label: '东西还给人家', hint: '点头以后送回去' }, { value: 'stays', label: '东西留下不还了', hint: '按现在这样算钱，人家点头才算' }]}
        />
      )}
      {gives && <Field label='退多少' value={draft.refund} type='digit' most={9} unit='元' trouble={at('refund')} {...(most === null ? {} : { hint: `最多 ${yuan(most)}` })} onChange={refund => change({ refund })} />}
      {draft.remedy !== 'refund' && (
        <View>
          <View className='offer-sheet__question'>{NEEDS_WORDS.includes(draft.remedy) ? '送什么、便宜多少' : '要说明的（可以不写）'}</View>
          <TextArea label={NEEDS_WORDS.includes(draft.remedy) ? '送什么、便宜多少' : '要说明的'} most={MOST_WORDS} value={draft.words} placeholder={NEEDS_WORDS.includes(draft.remedy) ? '比如：下次满 30 减 5' : draft.remedy === 'returnRefund' ? '比如：放自提点就行' : '比如：周三的车，同样一盒'} onChange={words => change({ words })} />
        </View>
      )}
      <Field label='另补运费（没有就空着）' value={draft.freight} type='digit' most={9} unit='元' trouble={at('freight')} onChange={freight => change({ freight })} />
      <Field label='另外补偿（没有就空着）' value={draft.compensation} type='digit' most={9} unit='元' trouble={at('compensation')} onChange={compensation => change({ compensation })} />
      <View>
        <View className='offer-sheet__question'>到什么时候为止</View>
        <ChoiceTiles value={draft.until ?? 0} choices={until} onChoose={chosen => change({ until: chosen === 0 ? null : chosen })} />
      </View>
      {basis && <WhoPays as={as} basis={basis} option={option} />}
    </View>
  )
}
