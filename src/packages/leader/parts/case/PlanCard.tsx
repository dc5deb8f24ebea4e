import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { before } from '../../../../../domain/clock/shanghai'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Card } from '../../../../components/Card/Card'
import { useNow } from '../../../../components/useNow'
import { partyWords } from '../../../../words/stageWords'

/** 接下来: what, who, until when; what is late says so. Nothing where there is no plan. */
export function PlanCard({ plan }: Pick<CaseView, 'plan'>): ReactNode {
  const now = useNow()
  if (plan === null) return null
  return (
    <Card title='接下来'>
      {plan.map(step => (
        <View key={`${step.by}-${step.what}`}>{before(step.by, now)}，{partyWords(step.party, 'leader')}{step.what}{step.by < now && <View className='amber'>! 说好的时间过了</View>}</View>
      ))}
    </Card>
  )
}
