import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { CLASS_CODES, CLASSES, type CaseClass } from '../../../../../domain/case/reasons'
import { CHANGEABLE } from '../../../../../domain/clock/changeable'
import { aboutWords, allowanceWords, clockName, clockRuleWords, longestWords, PRIORITY_WORDS, spanWords, wholeLine } from '../../../../../domain/clock/clockRuleWords'
import { PRIORITIES, type ClockName, type ClockRule, type Priority } from '../../../../../domain/clock/rules'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { PickOne } from '../../../../components/PickOne/PickOne'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { exceptionsOf, ownOf, same, stepsFor, usualOf, withTime, type Line } from './clockDraft'
import '../case/StepSheet.scss'

interface ClockSheetProps {
  clock: ClockName
  rules: readonly ClockRule[]
  onChange: (rules: ClockRule[]) => void
  onClose: () => void
}

/** One promise: its time by a tap, and in a second step the times of some cases only. */
export function ClockSheet({ clock, rules, onChange, onClose }: ClockSheetProps): ReactNode {
  const [line, setLine] = useState<Line>({ clock })
  const [adding, setAdding] = useState(false)
  const general = line.class === undefined && line.priority === undefined
  const back = () => { setLine({ clock }); setAdding(false) }
  return (
    // Each view of it from its beginning.
    <Sheet
      key={adding ? 'which' : aboutWords(line)} open title={adding ? '哪些事另定时间' : `${clockName(clock)}${general ? '' : `：${aboutWords(line)}`}`} onClose={onClose}
      bar={adding || !general ? <Button label='回到平常的' onTap={back} /> : <Button kind='primary' label='就这样' onTap={onClose} />}
    >
      <View className='step-sheet'>
        {adding
          ? <WhichCases onDone={about => { setLine({ clock, ...about }); setAdding(false) }} />
          : <Times line={line} rules={rules} onChange={onChange} />}
        {general && !adding && (
          <>
            <View className='step-sheet__question'>有些事另有时间</View>
            {exceptionsOf(rules, clock).map(e => (
              <Button key={aboutWords(e)} label={`${aboutWords(e)}：${allowanceWords((ownOf(rules, e) ?? usualOf(e)).allows)}${ownOf(rules, e) ? '（自己定的）' : ''}`} onTap={() => setLine(e)} />
            ))}
            <Button kind='quiet' label='给某一类事另定时间' onTap={() => setAdding(true)} />
          </>
        )}
      </View>
    </Sheet>
  )
}

function Times({ line, rules, onChange }: { line: Line; rules: readonly ClockRule[]; onChange: (rules: ClockRule[]) => void }): ReactNode {
  const bounds = CHANGEABLE[line.clock]
  const usual = usualOf(line)
  const own = ownOf(rules, line)
  const steps = stepsFor(line)
  const now = own ?? usual
  if (typeof bounds === 'string') return <View>{bounds}</View>
  return (
    <>
      <View className='soft'>平常：{clockRuleWords(usual)}。</View>
      <ChoiceTiles
        columns={2} value={steps.findIndex(s => same(s, now.allows))} onChoose={at => { const step = steps[at]; if (step) onChange(withTime(rules, line, step)) }}
        choices={steps.map((step, at) => ({ value: at, label: allowanceWords(step), ...(same(step, usual.allows) ? { hint: '平常' } : {}) }))}
      />
      {own && <View>这样定：{clockRuleWords(wholeLine(own))}。</View>}
      <View className='soft small'>最短 {spanWords(bounds.least)}：{bounds.leastWords}。</View>
      <View className='soft small'>{line.class === 'hazard' ? '安全问题只能更快，不能更慢。' : `最长 ${longestWords(bounds)}：${bounds.mostWords}。`}</View>
      {own && <Button label='照平常的来' onTap={() => onChange(withTime(rules, line, usual.allows))} />}
    </>
  )
}

const EVERY = 'every'

function WhichCases({ onDone }: { onDone: (about: Pick<Line, 'class' | 'priority'>) => void }): ReactNode {
  const [of, setOf] = useState<CaseClass | typeof EVERY | null>(null)
  const [priority, setPriority] = useState<Priority | typeof EVERY>(EVERY)
  const about = { ...(of !== null && of !== EVERY ? { class: of } : {}), ...(of !== 'hazard' && priority !== EVERY ? { priority } : {}) }
  const chosen = about.class !== undefined || about.priority !== undefined
  return (
    <>
      <View><View className='step-sheet__question'>哪类事</View><PickOne what='哪类事' value={of} onChoose={setOf} choices={[{ value: EVERY, label: '哪类都算' }, ...CLASS_CODES.map(value => ({ value, label: CLASSES[value].says }))]} /></View>
      {of !== 'hazard' && <View><View className='step-sheet__question'>急不急</View><ChoiceTiles value={priority} onChoose={setPriority} choices={[{ value: EVERY, label: '都算' }, ...PRIORITIES.map(value => ({ value, label: PRIORITY_WORDS[value] }))]} /></View>}
      <Button kind='primary' label={chosen ? '选时间' : '选一下哪些事'} disabled={!chosen} onTap={() => onDone(about)} />
    </>
  )
}
