import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { DEFAULT_RULES } from '../../../../../domain/route/defaultRules'
import { Card } from '../../../../components/Card/Card'

/** What else holds: for whatever no rule of one's own fits. */
export function UsualRules(): ReactNode {
  return (
    <Card title='平常怎么走'>
      <View className='soft'>上面都没对上的，就按这些。</View>
      {Object.values(DEFAULT_RULES).map(rule => <View className='rule-list__one' key={rule.id}>{rule.words}</View>)}
    </Card>
  )
}
