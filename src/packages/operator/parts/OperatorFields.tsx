import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CAPABILITIES, CAPABILITY_CODES, type Capability, type Operator } from '../../../../domain/people/desk'
import { Field } from '../../../components/Field/Field'
import { Tap } from '../../../components/Tap/Tap'
import { fenIn } from '../../../words/fenIn'
import './OperatorFields.scss'

const SAYS: Record<Capability, string> = {
  support: '接各处来的话，定一般的事', complaints: '定难办的事，转人，查情况', logistics: '收退货，发补货，问快递', training: '重新看居民不服的', management: '请人、去人、改权限',
}

/** What somebody is to do at the desk, while it is being chosen. `typed`: yuan; null: no limit. */
export interface OperatorDraft { capabilities: Capability[]; typed: string | null }

export const NEW_OPERATOR: OperatorDraft = { capabilities: ['support'], typed: '50' }

export function draftOf({ capabilities, limit }: Pick<Operator, 'capabilities' | 'limit'>): OperatorDraft {
  return { capabilities, typed: limit === null ? null : (limit / 100).toFixed(2) }
}

/** @returns null while something is missing */
export function operatorIn({ capabilities, typed }: OperatorDraft): Pick<Operator, 'capabilities' | 'limit'> | null {
  if (capabilities.length === 0) return null
  if (typed === null) return { capabilities, limit: null }
  const limit = fenIn(typed)
  return typeof limit === 'number' && limit > 0 ? { capabilities, limit } : null
}

/** What they may do, several at once, and how much in one case. */
export function OperatorFields({ draft, onChange }: { draft: OperatorDraft; onChange: (draft: OperatorDraft) => void }): ReactNode {
  const { capabilities, typed } = draft
  const limit = typed === null ? 0 : fenIn(typed)
  const tick = (of: string, chosen: boolean) => `${of}${chosen ? '，已选' : ''}`
  return (
    <View className='operator-fields'>
      <View>做什么（可以选几样）</View>
      {CAPABILITY_CODES.map(code => {
        const chosen = capabilities.includes(code)
        return (
          <Tap key={code} role='checkbox' picked={chosen} className={`operator-fields__one${chosen ? ' operator-fields__one--chosen' : ''}`} label={tick(`${CAPABILITIES[code]}，${SAYS[code]}`, chosen)} onTap={() => onChange({ ...draft, capabilities: CAPABILITY_CODES.filter(c => (c === code ? !chosen : capabilities.includes(c))) })}>
            <View className='operator-fields__label'>{chosen && '✓ '}{CAPABILITIES[code]}</View>
            <View className='small'>{SAYS[code]}</View>
          </Tap>
        )
      })}
      {typed !== null && <Field label='一件最多定多少钱' value={typed} type='digit' unit='元' trouble={typeof limit === 'string' ? limit : undefined} onChange={next => onChange({ ...draft, typed: next })} />}
      <Tap role='checkbox' picked={typed === null} className={`operator-fields__one${typed === null ? ' operator-fields__one--chosen' : ''}`} label={tick('不限金额', typed === null)} onTap={() => onChange({ ...draft, typed: typed === null ? '50' : null })}>
        <View className='operator-fields__label'>{typed === null && '✓ '}不限金额</View>
      </Tap>
    </View>
  )
}
