import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { clockWords } from '../../../domain/clock/hoursWords'
import { DAY_MINUTES } from '../../../domain/clock/serviceHours'
import { mayBeQuiet, USUAL_QUIET, type QuietHours } from '../../../domain/notice/quietHours'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { Sheet } from '../../components/Sheet/Sheet'
import { Tap } from '../../components/Tap/Tap'

const HOURS = Array.from({ length: DAY_MINUTES / 60 }, (_, hour) => hour * 60)

/** When nobody is to be disturbed: what it means, whether at all, and from when to when. */
export function Quiet({ quiet, onChange }: { quiet: QuietHours | null; onChange: (quiet: QuietHours | null) => void }): ReactNode {
  const [open, setOpen] = useState(false)
  const set = (to: QuietHours) => { if (mayBeQuiet(to)) onChange(to) }
  return (
    <Card title='免打扰'>
      <View className='told__quiet'>
        <View>{quiet === null ? '现在什么时候都会发。' : `${clockWords(quiet.from)} 到${quiet.to < quiet.from ? '第二天 ' : ' '}${clockWords(quiet.to)} 不发消息，等过了一起告诉您。`}</View>
        <View className='soft small'>有危险的提醒不等，马上发。</View>
        {quiet === null
          ? <Button label='打开免打扰' onTap={() => onChange(USUAL_QUIET)} />
          : <><Button label='改时间' onTap={() => setOpen(true)} /><Button kind='quiet' label='不要免打扰' onTap={() => onChange(null)} /></>}
      </View>
      <Sheet open={open && quiet !== null} title='几点到几点不打扰' onClose={() => setOpen(false)} bar={<Button kind='primary' label='就这样' onTap={() => setOpen(false)} />}>
        {quiet !== null && (
          <View className='told__quiet'>
            <View className='soft'>从</View>
            <Hours hours={HOURS.filter(from => mayBeQuiet({ from, to: quiet.to }))} chosen={quiet.from} spoken='从' onChoose={from => set({ ...quiet, from })} />
            <View className='soft'>到</View>
            <Hours hours={HOURS.filter(to => mayBeQuiet({ from: quiet.from, to }))} chosen={quiet.to} spoken='到' onChoose={to => set({ ...quiet, to })} />
          </View>
        )}
      </Sheet>
    </Card>
  )
}

function Hours({ hours, chosen, spoken, onChoose }: { hours: readonly number[]; chosen: number; spoken: string; onChoose: (minutes: number) => void }): ReactNode {
  return (
    <View className='told__hours'>
      {hours.map(h => (
        <Tap key={h} role='radio' picked={h === chosen} className={`told__hour${h === chosen ? ' told__hour--chosen' : ''}`} label={`${spoken} ${clockWords(h)}${h === chosen ? '，已选' : ''}`} onTap={() => onChoose(h)}>{clockWords(h)}</Tap>
      ))}
    </View>
  )
}
