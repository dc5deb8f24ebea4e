import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Household } from '../../../domain/contract/calls'
import { call } from '../../cloud/call'
import { refresh, useAnswer } from '../../cloud/useAnswer'
import { useSending } from '../../cloud/useSending'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { Page } from '../../components/Page/Page'
import { Section } from '../../components/Section/Section'
import { Sheet } from '../../components/Sheet/Sheet'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { GroupBuyLink } from '../bind/GroupBuyLink'
import './index.scss'

/** Whose orders are mine to file on: my household's, my parents'. One can be taken off again, another found. */
export default function Households(): ReactNode {
  const asked = useAnswer('listHouseholds', {})
  const [leaving, setLeaving] = useState<Household | null>(null)
  const { busy, failed, send, forget } = useSending()
  const close = () => { setLeaving(null); forget() }
  const unbind = (householdId: string) => void send(async () => {
    asked.put(await call('unbindHousehold', { householdId }))
    refresh('whoAmI', 'residentHome', 'showGroupBuy')
    setLeaving(null)
  })
  return (
    <Page>
      <Answered asked={asked} cards={1}>
        {({ households }) => (households.length === 0
          ? <Empty title='还没有认领过订单' hint='在群里点开团长发的团购卡片，填上跟团号和手机号后四位，就能找到。' />
          : households.map(h => <One key={h.id} household={h} onLeave={() => setLeaving(h)} />))}
      </Answered>
      <Section title='还有一家？'>
        <Card>
          <View className='soft'>爸妈家、帮忙看着的邻居家：点开群里的团购卡片再认领一次，或者把链接粘贴在这里。</View>
          <GroupBuyLink />
        </Card>
      </Section>
      <Sheet
        open={leaving !== null} title={`不看「${leaving?.buyer ?? ''}」的订单了？`} onClose={close}
        bar={leaving && <><Trouble words={failed?.message} /><Button kind='danger' label='不看了' busy={busy} busyLabel='正在去掉…' onTap={() => unbind(leaving.id)} /><Button kind='quiet' label='先留着' onTap={close} /></>}
      >
        <View className='households__sure'>
          <View>这一家的 {leaving?.orders} 张订单不再出现在您这里，家里其他人照样能看。</View>
          <View className='soft'>您已经反映过的，还在您这里，会接着处理完。以后想看，再认领一次就行。</View>
        </View>
      </Sheet>
    </Page>
  )
}

function One({ household, onLeave }: { household: Household; onLeave: () => void }): ReactNode {
  const where = [household.communityName, household.pickupPoint].filter(w => w !== '').join(' · ')
  return (
    <Card>
      <View className='households__name'>{household.buyer}</View>
      {where !== '' && <View className='soft'>{where}</View>}
      <View>{household.orders} 张订单{household.people > 1 && `，家里 ${household.people} 个人都能看`}</View>
      <View className='households__ways'><Button label='不看这一家了' spokenLabel={`不看${household.buyer}的订单了`} onTap={onLeave} /></View>
    </Card>
  )
}
