import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useMe } from '../../../cloud/me'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { go } from '../../../components/go'
import { ownPlaces } from '../../../pages/messageSettings/ownPlaces'
import './channels.scss'

/** Where no group's robot can be put: who puts it there for whoever reads it, or on which page they do so themselves. */
export function NoRobotHere(): ReactNode {
  const me = useMe().data
  if (!me) return null
  const own = (['leader', 'supplier'] as const).flatMap(as => ownPlaces(me, as)).filter(({ place }) => place !== null)
  const helps = me.leads.some(l => l.limit !== null) || me.gathers.length > 0
  const atDesk = me.operates.length > 0
  if (own.length === 0 && !helps && !atDesk) return null
  return (
    <Card title='群机器人'>
      <View className='channels__card'>
        {own.map(({ place, name }) => place && <Button key={place.id} label={`「${name}」的群`} spokenLabel={`「${name}」的群机器人`} onTap={() => go(`/packages/channels/index?${place.kind}=${place.id}`)} />)}
        {helps && <View>小区的群机器人由团长来连，连好了群里大家都看得到。只告诉您自己的，连下面的邮箱和手机。</View>}
        {atDesk && <View>平台的事不发到群里。要告诉您，连下面的邮箱和手机。</View>}
      </View>
    </Card>
  )
}
