import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RecoverAt } from '../../../../../domain/orders/order'
import { call } from '../../../../cloud/call'
import { refresh } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Trouble } from '../../../../components/States/Trouble'
import './AskBasis.scss'

/** What claims against a supplier go by, asked once: before the first complaint, because a case keeps what was agreed when it was filed. */
export function AskBasis({ supplierId, name }: { supplierId: string; name: string }): ReactNode {
  const { busy, failed, send } = useSending()
  const agree = (recoverAt: RecoverAt) => void send(async () => {
    await call('agreeOnRecovery', { supplierId, recoverAt })
    refresh('listGroupBuys', 'showBundle', 'showSupplier')
  })
  return (
    <Card title={`跟「${name}」按进价还是按零售价算？`}>
      <View>商品清单里有进价。东西坏了，他承担的钱按哪个算？邻居退多少不受影响。</View>
      <View className='ask-basis'>
        <Button label='按进价' spokenLabel={`跟${name}按进价算`} disabled={busy} onTap={() => agree('cost')} />
        <Button label='按零售价' spokenLabel={`跟${name}按零售价算`} disabled={busy} onTap={() => agree('retail')} />
      </View>
      <View className='soft small'>选好以后新反映的照这个算，已经反映的不变。不选，先按零售价。</View>
      <Trouble words={failed?.message} />
    </Card>
  )
}
