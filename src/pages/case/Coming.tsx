import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { before } from '../../../domain/clock/shanghai'
import type { CaseView } from '../../../domain/people/caseView'
import { Card } from '../../components/Card/Card'
import { useNow } from '../../components/useNow'
import { partyWords, untilWords } from '../../words/stageWords'

/** What is being found out, and what was planned: by whom, until when. */
export function Coming({ view: { investigation, plan, holder, stage } }: { view: CaseView }): ReactNode {
  const now = useNow()
  return (
    <>
      {investigation && (
        <Card title='正在查'>
          <View>{investigation.words}</View>
          <View className={investigation.until < now ? 'red' : 'soft'}>{investigation.until < now && '! '}{untilWords(investigation.until, now)}。</View>
        </Card>
      )}
      {plan && (holder !== null || stage === 'rejected' || stage === 'dismissed') && (
        <Card title='接下来'>
          <View className='case__stack'>
            {plan.map((step, i) => (
              <View key={i}>
                <View>{i + 1}. {step.what}</View>
                <View className='soft'>{partyWords(step.party, 'resident')}，{before(step.by, now)}</View>
              </View>
            ))}
          </View>
        </Card>
      )}
    </>
  )
}
