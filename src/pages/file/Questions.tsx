import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ABOUT, ABOUT_CODES, REASONS, ruleFor, type Reason, type ReasonRule } from '../../../domain/case/reasons'
import type { Answers } from '../../../domain/contract/calls'
import { ChoiceTiles } from '../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../components/Field/Field'
import type { Draft } from '../../outbox/filingDraft'
import { HowMuch } from './HowMuch'
import { PartsFields } from './PartsFields'
import './Questions.scss'

interface QuestionsProps {
  draft: Draft
  reason: Reason
  quantity: number
  /** Who would look at a complaint; missing where the leader files. */
  looks?: Answers['showLine']['looks']
  /** It was tapped too early: what is lacking is said. */
  tried: boolean
  onChange: (what: Partial<Draft>) => void
  /** How a question stands on the page: which field of the input it fills, its title, what is asked. */
  part: (field: string, title: string, asked: ReactNode) => ReactNode
}

const TITLES: Record<ReasonRule['measure'], string> = { pieces: '坏了多少', weight: '差多少', count: '几件', parts: '缺了什么', none: '' }

/** What has to be known for this reason, and nothing else. */
export function Questions({ draft, reason, quantity, looks, tried, onChange, part }: QuestionsProps): ReactNode {
  const rule = ruleFor(reason)
  const { measure } = REASONS[reason]
  return (
    <>
      {measure === 'parts' && part('claim', TITLES.parts, <PartsFields draft={draft} tried={tried} onChange={onChange} />)}
      {measure !== 'parts' && measure !== 'none' && part('claim', TITLES[measure], <HowMuch draft={draft} reason={reason} quantity={quantity} onChange={onChange} />)}
      {rule.class === 'logistics' && part('logistics', '快递单号', (
        <View className='questions'>
          <Field label={rule.parcel ? '快递单号（拍了快递单就不用填）' : '快递单号（不知道就不填）'} most={40} value={draft.waybill} placeholder='在快递短信里，或者包裹上' onChange={waybill => onChange({ waybill })} />
          <Field label='哪家快递（不知道就不填）' most={20} value={draft.carrier} placeholder='比如：顺丰' onChange={carrier => onChange({ carrier })} />
        </View>
      ))}
      {rule.class === 'service' && part('about', '说的是谁', (
        <ChoiceTiles columns={1} value={draft.about} onChoose={about => onChange({ about })} choices={ABOUT_CODES.map(value => ({ value, label: ABOUT[value], ...(looks ? { hint: looksWords(ABOUT[value], looks[value], value === 'operator') } : {}) }))} />
      ))}
    </>
  )
}

const LOOKERS = { leader: '团长', helper: '团长的帮手', operator: '平台' } as const

/** Said before anything is sent: who reads it, and that whoever is meant does not. */
function looksWords(whom: string, looks: keyof typeof LOOKERS | null, nobodyNamed: boolean): string {
  if (looks === null) return '这里没有别人能看，可以打 12315'
  return nobodyNamed ? `${LOOKERS[looks]}来看` : `${whom}看不到，${LOOKERS[looks]}来看`
}
