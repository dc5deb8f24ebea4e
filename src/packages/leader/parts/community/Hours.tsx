import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { DAY_MINUTES, type ServiceHours } from '../../../../../domain/clock/serviceHours'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Tap } from '../../../../components/Tap/Tap'
import { clockWords, hoursWords } from '../../../../words/serviceWords'
import { DAYS, withDay } from './weekdays'
import './Hours.scss'

const HOURS = Array.from({ length: DAY_MINUTES / 60 + 1 }, (_, hour) => hour * 60)
const WORKDAY = { from: 8 * 60, to: 22 * 60 }

/** When neighbours get an answer: a line a day, each opens its hours. */
export function Hours({ hours, onChange }: { hours: ServiceHours; onChange: (hours: ServiceHours) => void }): ReactNode {
  const [day, setDay] = useState<number | null>(null)
  const chosen = day === null ? null : hours[day] ?? null
  const set = (to: ServiceHours[number]) => { if (day !== null) onChange(withDay(hours, day, to)) }
  const all = () => { onChange(withDay(hours, 'all', chosen)); setDay(null) }
  return (
    <Card title='几点到几点有人管'>
      <View className='soft'>这个时间以外，邻居照样能反映，会告诉他们什么时候有人看。</View>
      {hours.map((h, i) => (
        <Tap key={DAYS[i]} className='hours__day' label={`${DAYS[i]}，${hoursWords(h)}，改`} onTap={() => setDay(i)}>
          <View>{DAYS[i]}</View><View className={h === null ? 'soft' : ''}>{hoursWords(h)} ›</View>
        </Tap>
      ))}
      <Sheet open={day !== null} title={day === null ? '' : `${DAYS[day]}几点有人管`} onClose={() => setDay(null)} bar={<><Button kind='primary' label='就这样' onTap={() => setDay(null)} /><Button label='每天都这样' onTap={all} /></>}>
        <View className='hours__sheet'>
          {chosen === null
            ? <><View>这一天休息，没人管。</View><Button label='这一天有人管' onTap={() => set(WORKDAY)} /></>
            : (
              <>
                <View className='soft'>从</View>
                <Pick hours={HOURS.filter(h => h < chosen.to)} chosen={chosen.from} spoken='从' onChoose={from => set({ ...chosen, from })} />
                <View className='soft'>到</View>
                <Pick hours={HOURS.filter(h => h > chosen.from)} chosen={chosen.to} spoken='到' onChoose={to => set({ ...chosen, to })} />
                <Button kind='quiet' label='这一天休息' onTap={() => set(null)} />
              </>
            )}
        </View>
      </Sheet>
    </Card>
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
