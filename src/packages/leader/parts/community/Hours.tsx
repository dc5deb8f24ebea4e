import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { clockWords, DAYS, hoursWords } from '../../../../../domain/clock/hoursWords'
import { DAY_MINUTES, MOST_SPANS, type DayHours, type ServiceHours, type Span } from '../../../../../domain/clock/serviceHours'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Tap } from '../../../../components/Tap/Tap'
import { withDay } from './weekdays'
import { withBreak } from './withBreak'
import './Hours.scss'

const HOURS = Array.from({ length: DAY_MINUTES / 60 + 1 }, (_, hour) => hour * 60)
const WORKDAY: Span = { from: 8 * 60, to: 22 * 60 }

type Line = number | 'holiday'

interface HoursProps {
  hours: ServiceHours
  /** On public holidays; null: as on any other day. */
  holiday: DayHours | null
  onChange: (hours: ServiceHours, holiday: DayHours | null) => void
}

/** When neighbours get an answer: a line a day and one for holidays, each opens its hours, with breaks where there are any. */
export function Hours({ hours, holiday, onChange }: HoursProps): ReactNode {
  const [line, setLine] = useState<Line | null>(null)
  const chosen = line === null ? [] : (line === 'holiday' ? holiday : hours[line]) ?? []
  const set = (to: DayHours) => { if (line === 'holiday') onChange(hours, to); else if (line !== null) onChange(withDay(hours, line, to), holiday) }
  const all = () => { onChange(withDay(hours, 'all', chosen), holiday); setLine(null) }
  const asUsual = () => { onChange(hours, null); setLine(null) }
  const name = line === null ? '' : line === 'holiday' ? '法定节假日' : DAYS[line]
  return (
    <Card title='几点到几点有人管'>
      <View className='soft'>这个时间以外，邻居照样能反映，会告诉他们什么时候有人看。调休上班的周末按周一算，周一休息的照常。</View>
      {hours.map((day, i) => <DayLine key={DAYS[i]} name={DAYS[i] ?? ''} words={hoursWords(day)} rests={day.length === 0} onTap={() => setLine(i)} />)}
      <DayLine name='法定节假日' words={holiday === null ? '跟平时一样' : hoursWords(holiday)} rests={holiday?.length === 0} onTap={() => setLine('holiday')} />
      <Sheet
        open={line !== null} title={`${name}几点有人管`} onClose={() => setLine(null)}
        bar={<><Button kind='primary' label='就这样' onTap={() => setLine(null)} />{line === 'holiday' ? <Button label='跟平时一样' onTap={asUsual} /> : <Button label='每天都这样' onTap={all} />}</>}
      >
        <View className='hours__sheet'>
          {line === 'holiday' && holiday === null
            ? <><View>现在跟平时一样。</View><Button label='节假日另定时间' onTap={() => set([WORKDAY])} /><Button label='节假日休息' onTap={() => set([])} /></>
            : <Spans spans={chosen} onChange={set} />}
        </View>
      </Sheet>
    </Card>
  )
}

function DayLine({ name, words, rests, onTap }: { name: string; words: string; rests: boolean | undefined; onTap: () => void }): ReactNode {
  return (
    <Tap className='hours__day' label={`${name}，${words}，改`} onTap={onTap}>
      <View>{name}</View><View className={rests ? 'soft' : ''}>{words} ›</View>
    </Tap>
  )
}

/** The hours of one day; a break parts a stretch in two. */
function Spans({ spans, onChange }: { spans: DayHours; onChange: (spans: DayHours) => void }): ReactNode {
  if (spans.length === 0) return <><View>这一天休息，没人管。</View><Button label='这一天有人管' onTap={() => onChange([WORKDAY])} /></>
  const put = (at: number, span: Span) => onChange(spans.map((s, i) => (i === at ? span : s)))
  const rested = withBreak(spans)
  return (
    <>
      {spans.map((span, i) => {
        const [after, before] = [spans[i - 1]?.to ?? -1, spans[i + 1]?.from ?? DAY_MINUTES + 1]
        const which = spans.length === 1 ? '' : `第 ${i + 1} 段`
        return (
          <View key={i} className='hours__span'>
            <View className='soft'>{which}从</View>
            <Pick hours={HOURS.filter(h => h > after && h < span.to)} chosen={span.from} spoken={`${which}从`} onChoose={from => put(i, { ...span, from })} />
            <View className='soft'>{which}到</View>
            <Pick hours={HOURS.filter(h => h > span.from && h < before)} chosen={span.to} spoken={`${which}到`} onChoose={to => put(i, { ...span, to })} />
            {spans.length > 1 && <Button kind='quiet' label={`不要${which}`} onTap={() => onChange(spans.filter((_, at) => at !== i))} />}
          </View>
        )
      })}
      {spans.length < MOST_SPANS && rested && <Button label='中间休息，再加一段' onTap={() => onChange(rested)} />}
      <Button kind='quiet' label='这一天休息' onTap={() => onChange([])} />
    </>
  )
}

function Pick({ hours, chosen, spoken, onChoose }: { hours: readonly number[]; chosen: number; spoken: string; onChoose: (minutes: number) => void }): ReactNode {
  return (
    <View className='hours__tiles'>
      {hours.map(h => (
        <Tap key={h} role='radio' picked={h === chosen} className={`hours__hour${h === chosen ? ' hours__hour--chosen' : ''}`} label={`${spoken} ${clockWords(h)}${h === chosen ? '，已选' : ''}`} onTap={() => onChoose(h)}>{clockWords(h)}</Tap>
      ))}
    </View>
  )
}
