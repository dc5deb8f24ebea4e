import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { Button } from '../../../../components/Button/Button'
import { Tap } from '../../../../components/Tap/Tap'
import { stageWords } from '../../../../words/stageWords'
import { useNow } from '../../../../components/useNow'
import { householdWords } from '../behalf/householdWords'
import type { UntoldHousehold } from './groupUntold'
import { tellingWords } from './tellingWords'
import './UntoldRow.scss'

interface UntoldRowProps {
  household: UntoldHousehold
  picked: boolean
  onToggle: () => void
  /** The ways to tell this one alone. */
  onAlone: () => void
}

/** What went wrong, of any of it; else what becomes of the message. */
function whyUntold({ bound, cases }: UntoldHousehold, now: number): string {
  if (!bound) return '没来过小程序'
  const told = cases.flatMap(c => (c.telling === null ? [] : [tellingWords(c.telling, now)]))
  return (told.find(t => !t.calm) ?? told[0])?.says ?? '没打开看'
}

/** One household that does not know yet, to be ticked with others; a second way opens it alone. */
export function UntoldRow({ household, picked, onToggle, onAlone }: UntoldRowProps): ReactNode {
  const who = householdWords(household)
  const news = household.cases.map(c => `${c.title} · ${stageWords(c, 'leader')}${c.amount > 0 ? ` ${yuan(c.amount)}` : ''}`)
  const why = whyUntold(household, useNow())
  return (
    <View className='untold-row'>
      <Tap role='checkbox' picked={picked} className='untold-row__tap' label={`${who}，${news.join('，')}，${why}${picked ? '，已选' : ''}`} onTap={onToggle}>
        <View className={`untold-row__tick${picked ? ' untold-row__tick--on' : ''}`}>{picked ? '✓' : ''}</View>
        <View className='untold-row__words'>
          <View className='untold-row__who'>{who}</View>
          {news.map((words, i) => <View key={i}>{words}</View>)}
          <View className='soft small'>{why}</View>
        </View>
      </Tap>
      <Button narrow kind='quiet' label='单独' spokenLabel={`单独告诉${who}`} onTap={onAlone} />
    </View>
  )
}
