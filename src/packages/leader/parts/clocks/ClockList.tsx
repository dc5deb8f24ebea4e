import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CHANGEABLE } from '../../../../../domain/clock/changeable'
import { allowanceWords, clockName } from '../../../../../domain/clock/clockRuleWords'
import type { ClockName, ClockRule } from '../../../../../domain/clock/rules'
import { Card } from '../../../../components/Card/Card'
import { Tap } from '../../../../components/Tap/Tap'
import { exceptionsOf, GROUPS, ownOf, usualOf } from './clockDraft'
import './ClockList.scss'

/** Every promise in plain words: the usual time, and the own one beside it. */
export function ClockList({ rules, mayEdit, onOpen }: { rules: readonly ClockRule[]; mayEdit: boolean; onOpen: (clock: ClockName) => void }): ReactNode {
  return (
    <>
      {GROUPS.map(({ title, clocks }) => (
        <Card key={title} title={title}>
          {clocks.map(clock => <ClockRow key={clock} clock={clock} rules={rules} mayEdit={mayEdit} onOpen={() => onOpen(clock)} />)}
        </Card>
      ))}
    </>
  )
}

function ClockRow({ clock, rules, mayEdit, onOpen }: { clock: ClockName; rules: readonly ClockRule[]; mayEdit: boolean; onOpen: () => void }): ReactNode {
  const bounds = CHANGEABLE[clock]
  const usual = allowanceWords(usualOf({ clock }).allows)
  if (typeof bounds === 'string') return <View className='clock-row clock-row--fixed'><View>{clockName(clock)}</View><View className='soft'>{clock === 'investigation' ? '' : `${usual}。`}{bounds}</View></View>
  const own = ownOf(rules, { clock })
  const exceptions = exceptionsOf(rules, clock)
  const ownExceptions = exceptions.filter(line => ownOf(rules, line)).length
  const usualExceptions = exceptions.length - ownExceptions
  const words = own ? allowanceWords(own.allows) : usual
  const others = [...(ownExceptions > 0 ? [`另定了 ${ownExceptions} 类`] : []), ...(usualExceptions > 0 ? [`${usualExceptions} 类事另有时间`] : [])]
  // What is as usual needs no word where one sees: what was changed stands out.
  const beside = [...(own ? [`平常 ${usual}`] : []), ...others].join('，')
  const shown = <><View>{clockName(clock)}</View><View className='clock-row__times'><View className={own ? 'clock-row__own' : ''}>{words}{mayEdit ? ' ›' : ''}</View>{beside !== '' && <View className='soft small'>{beside}</View>}</View></>
  return mayEdit ? <Tap className='clock-row' label={[clockName(clock), words, own ? `平常 ${usual}` : '照平常', ...others, '改'].join('，')} onTap={onOpen}>{shown}</Tap> : <View className='clock-row'>{shown}</View>
}
