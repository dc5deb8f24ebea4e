import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { ImportResult } from '../../../../../domain/contract/importReport'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import './ImportDone.scss'

/** What an import brought, and what to do now. */
export function ImportDone({ result, communityId, onAnother }: { result: ImportResult; communityId: string; onAnother: () => void }): ReactNode {
  const { ordersAdded, ordersChanged, ordersUnchanged, groupBuys } = result
  return (
    <>
      <Card tone='green'>
        <View className='import-done__first'>✓ 导入好了</View>
        <View>新的 {ordersAdded} 单 · 更新 {ordersChanged} 单 · 没变 {ordersUnchanged} 单</View>
        {groupBuys.map(g => <View key={g.id}>{g.title}</View>)}
      </Card>
      <Card title='接下来'>
        <View className='import-done__steps'>
          <View>1. 东西到了，点「已到货」，邻居就知道可以取了。</View>
          <View>2. 把卡片发到群里，邻居点开就能反映问题。</View>
          <View>3. 请供货商来回话，照片和要他承担的钱直接给他看。</View>
          <Button kind='primary' label='去我的团' onTap={() => void Taro.redirectTo({ url: `/packages/leader/groupBuys/index?community=${communityId}` })} />
          <Button kind='quiet' label='再导一个表' onTap={onAnother} />
        </View>
      </Card>
    </>
  )
}
