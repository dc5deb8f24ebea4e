import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { before } from '../../../domain/clock/shanghai'
import type { CaseView } from '../../../domain/people/caseView'
import { partyWords } from '../../words/stageWords'
import { Card } from '../Card/Card'
import { useNow } from '../useNow'
import './PlanCard.scss'

/** 接下来: what, who, until when; what is late says so. Nothing where there is no plan. */
export function PlanCard({ as, plan }: Pick<CaseView, 'plan'> & { as: 'leader' | 'operator' }): ReactNode {
  const now = useNow()
  if (plan === null) return null
  return (
    <Card title='接下来'>
      <View className='plan-card'>
        {plan.map((step, i) => (
          <View key={`${step.by}-${step.what}`}>
            <View className='plan-card__what'>{i + 1}. {step.what}</View>
            {/* Any colleague may do what is the desk's. */}
            <View className='soft'>{step.party === 'operator' ? '平台' : partyWords(step.party, as)}，{before(step.by, now)}</View>
            {step.by < now && <View className='amber'>! 说好的时间过了</View>}
          </View>
        ))}
      </View>
    </Card>
  )
}
