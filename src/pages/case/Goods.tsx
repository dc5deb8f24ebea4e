import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { GOODS_WAYS } from '../../../domain/case/goods'
import type { CaseView } from '../../../domain/people/caseView'
import { Card } from '../../components/Card/Card'
import { Facts } from '../../components/Facts/Facts'

const TITLES: Partial<Record<NonNullable<CaseView['goods']>['state'], string>> = {
  returning: '退回去的东西', received: '退回去的东西', passed: '退回去的东西', failed: '退回去的东西', returnedToResident: '还给您的东西', replacementDue: '要给您的东西', replacementSent: '给您的东西', replacementReceived: '给您的东西',
}
const STATES: Partial<Record<NonNullable<CaseView['goods']>['state'], string>> = {
  returning: '在路上', received: '收到了，在看', passed: '验过了，跟您说的一样', failed: '验过了，和您说的不一样', returnedToResident: '已经还给您了', replacementDue: '还没发', replacementSent: '发出来了', replacementReceived: '您收到了',
}

/** Goods that go back, or come: where they are, how they went, and the number to ask for them by. */
export function Goods({ view: { goods } }: { view: CaseView }): ReactNode {
  const title = goods && TITLES[goods.state]
  if (!goods || !title) return null
  return (
    <Card title={title}>
      <Facts facts={[
        { label: '现在', value: STATES[goods.state] ?? '' },
        { label: '怎么送', value: goods.way === null ? '' : GOODS_WAYS[goods.way] },
        { label: '快递单号', value: goods.waybill, ...(goods.waybill === '' ? {} : { copy: goods.waybill }) },
      ]} />
      {goods.state === 'failed' && <View className='soft'>怎么看的、照片，都在下面「经过」里。</View>}
    </Card>
  )
}
