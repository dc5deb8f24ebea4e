import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { ImportResult } from '../../../../../domain/contract/importReport'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { useAnswer } from '../../../../cloud/useAnswer'
import { AskBasis } from '../supplier/AskBasis'
import { refundsPage } from '../refunds/refundsPage'
import './ImportDone.scss'

interface ImportDoneProps {
  result: ImportResult
  communityId: string
  /** The group-buy whose refunds it was to be held against; null where it was imported for its orders. */
  refundsOf: string | null
  onAnother: () => void
}

/** What an import brought, and what to do now. */
export function ImportDone({ result, communityId, refundsOf, onAnother }: ImportDoneProps): ReactNode {
  const { ordersAdded, ordersChanged, ordersUnchanged, groupBuys } = result
  return (
    <>
      <Card tone='green'>
        <View className='import-done__first'>✓ 导入好了</View>
        <View>新的 {ordersAdded} 单 · 更新 {ordersChanged} 单 · 没变 {ordersUnchanged} 单</View>
        {groupBuys.map(g => <View key={g.id}>{g.title}</View>)}
      </Card>
      {refundsOf === null ? <FirstSteps communityId={communityId} /> : <BackToRefunds page={refundsPage(communityId, refundsOf)} found={groupBuys.some(g => g.id === refundsOf)} />}
      <Button kind='quiet' label='再导一个表' onTap={onAnother} />
    </>
  )
}

function FirstSteps({ communityId }: { communityId: string }): ReactNode {
  const asking = useAnswer('listGroupBuys', { communityId }).data?.suppliers.filter(s => s.asksBasis) ?? []
  return (
    <>
      {asking.map(s => <AskBasis key={s.id} supplierId={s.id} name={s.name} />)}
      <Card title='接下来'>
        <View className='import-done__steps'>
          <View>1. 东西到了，点「已到货」，邻居就知道可以取了。</View>
          <View>2. 把卡片发到群里，邻居点开就能反映问题。</View>
          <View>3. 请供货商来回话，照片和要他承担的钱直接给他看。</View>
          <Button kind='primary' label='去我的团' onTap={() => void Taro.redirectTo({ url: `/packages/leader/groupBuys/index?community=${communityId}` })} />
        </View>
      </Card>
    </>
  )
}

function BackToRefunds({ page, found }: { page: string; found: boolean }): ReactNode {
  // The sheet stands below this page, unless this page was opened by its address.
  const back = () => void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: page }))
  return (
    <>
      {!found && <Card tone='amber'>! 这个表里没有那个团的订单，退款还没核对上。换一个表再导一次。</Card>}
      <Button kind='primary' label='回退款表看核对结果' onTap={back} />
    </>
  )
}
