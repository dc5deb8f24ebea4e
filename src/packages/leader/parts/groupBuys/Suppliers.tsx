import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { go } from '../../../../components/go'
import { Card } from '../../../../components/Card/Card'
import './Suppliers.scss'

export type Supplier = Answers['listGroupBuys']['suppliers'][number]

/** Who supplies, whether somebody looks there, and an invitation for whoever should. */
export function Suppliers({ suppliers, onInvite }: { suppliers: readonly Supplier[]; onInvite: (supplier: Supplier) => void }): ReactNode {
  if (suppliers.length === 0) return <Card>还没有供货商。导入商品清单，或者在商品那里填上，就会出现在这里。</Card>
  return (
    <Card>
      {suppliers.map(s => (
        <View className='suppliers__one' key={s.id}>
          <View className='suppliers__words'>
            <View>{s.name}</View>
            <View className={`small ${s.people > 0 ? 'soft' : 'amber'}`}>{s.people > 0 ? `${s.people} 个人能看到` : '! 还没有人接，收不到消息'} · {s.recoverAt === 'cost' ? '按进价' : '按零售价'}</View>
          </View>
          <View className='suppliers__invite'><Button narrow kind='quiet' label='看' spokenLabel={`看${s.name}：怎么算、谁在回话`} onTap={() => go(`/packages/leader/supplier/index?id=${s.id}`)} /></View>
          <View className='suppliers__invite'><Button narrow label={s.people > 0 ? '再请一个' : '邀请'} spokenLabel={`邀请${s.name}的人`} onTap={() => onInvite(s)} /></View>
        </View>
      ))}
    </Card>
  )
}
