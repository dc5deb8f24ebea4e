import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { EXTENT_CODES, EXTENTS, LONGEST_PART, MOST_PARTS, partsMissing, PROOF_CODES, PROOFS, WAY_NOTICED_CODES, WAYS_NOTICED } from '../../../domain/case/parts'
import { shanghaiMidnight } from '../../../domain/clock/shanghai'
import { Button } from '../../components/Button/Button'
import { ChoiceTiles } from '../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../components/Field/Field'
import { Stepper } from '../../components/Stepper/Stepper'
import { useNow } from '../../components/useNow'
import type { Draft, PartRow } from '../../outbox/filingDraft'
import { partsOf } from './filing'
import './PartsFields.scss'

interface PartsFieldsProps {
  draft: Draft
  /** It was tapped too early: all that is lacking is listed. */
  tried: boolean
  onChange: (what: Partial<Draft>) => void
}

/** As far back as a day is counted rather than remembered. */
const LONGEST_AGO = 90
const DAY = 24 * 3600_000
const EARLIER = 3
const DAYS = [{ value: 0, label: '今天' }, { value: 1, label: '昨天' }, { value: 2, label: '前天' }, { value: EARLIER, label: '更早' }]
/** A box of screws, and more. */
const MOST_PIECES = 999

/** Which parts are missing, what shows that they were bought, when and how it came out, how bad it is, what they are worth. */
export function PartsFields({ draft, tried, onChange }: PartsFieldsProps): ReactNode {
  const today = shanghaiMidnight(useNow())
  const ago = draft.noticedAt === null ? null : Math.max(0, Math.round((today - draft.noticedAt) / DAY))
  const setAgo = (days: number) => onChange({ noticedAt: today - days * DAY })
  const setRow = (i: number, what: Partial<PartRow>) => onChange({ parts: draft.parts.map((row, at) => (at === i ? { ...row, ...what } : row)) })
  const lacking = tried ? partsMissing(partsOf(draft)) : []
  return (
    <View className='parts'>
      {draft.parts.map((row, i) => (
        <View key={i} className='parts__row'>
          <Field label={`第 ${i + 1} 样叫什么`} most={LONGEST_PART} value={row.name} placeholder='比如：桌腿、螺丝' onChange={name => setRow(i, { name })} />
          {row.model === null
            ? <View className='parts__unknown'><View className='parts__known'>型号不知道</View><Button narrow kind='quiet' label='填型号' spokenLabel={`第 ${i + 1} 样，填型号`} onTap={() => setRow(i, { model: '' })} /></View>
            : <View className='parts__unknown'><View className='parts__known'><Field label='型号' most={LONGEST_PART} value={row.model} placeholder='零件上写着' onChange={model => setRow(i, { model })} /></View><Button narrow kind='quiet' label='不知道' spokenLabel={`第 ${i + 1} 样，型号不知道`} onTap={() => setRow(i, { model: null })} /></View>}
          <View className='parts__count'><View>缺几个</View><Stepper value={row.quantity} most={MOST_PIECES} label={`第 ${i + 1} 样缺几个`} unit='个' onChange={quantity => setRow(i, { quantity })} /></View>
          {draft.parts.length > 1 && <Button kind='quiet' label='去掉这样' spokenLabel={`去掉第 ${i + 1} 样`} onTap={() => onChange({ parts: draft.parts.filter((_row, at) => at !== i) })} />}
        </View>
      ))}
      {draft.parts.length < MOST_PARTS && <Button label='+ 还缺一样' onTap={() => onChange({ parts: [...draft.parts, { name: '', model: '', quantity: 1 }] })} />}
      <View><View className='parts__question'>哪天发现的</View><ChoiceTiles value={ago === null ? null : Math.min(ago, EARLIER)} choices={DAYS} onChoose={setAgo} /></View>
      {ago !== null && ago >= EARLIER && <View className='parts__count'><View>几天以前</View><Stepper value={ago} least={EARLIER} most={LONGEST_AGO} label='几天以前' unit='天' onChange={setAgo} /></View>}
      <View><View className='parts__question'>怎么发现的</View><ChoiceTiles value={draft.noticed} choices={WAY_NOTICED_CODES.map(value => ({ value, label: WAYS_NOTICED[value] }))} onChoose={noticed => onChange({ noticed })} /></View>
      <View><View className='parts__question'>影响多大</View><ChoiceTiles columns={1} value={draft.extent} choices={EXTENT_CODES.map(value => ({ value, label: EXTENTS[value] }))} onChoose={extent => onChange({ extent })} /></View>
      <View><View className='parts__question'>用什么证明是买的</View><ChoiceTiles columns={1} value={draft.proof} choices={PROOF_CODES.map(value => ({ value, label: PROOFS[value] }))} onChoose={proof => onChange({ proof })} /></View>
      <Field label='这些配件值多少钱' unit='元' type='digit' most={9} value={draft.worth} hint='不知道就填 0' onChange={worth => onChange({ worth })} />
      {lacking.length > 0 && <View className='parts__lacking'><View className='parts__first'>! 还差 {lacking.length} 样没填</View>{lacking.map((l, i) => <View key={i}>{l.message}</View>)}</View>}
    </View>
  )
}
