import { useState, type ReactNode } from 'react'
import { CallFailed, networkTrouble } from '../../cloud/callFailed'
import type { Asked } from '../../cloud/useAnswer'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { HazardCard } from '../../components/HazardCard/HazardCard'
import { Roles } from '../../components/RoleSwitch/Roles'
import { Section } from '../../components/Section/Section'
import { Empty } from '../../components/States/Empty'
import { Loading } from '../../components/States/Loading'
import { Failed } from '../../components/States/Failed'
import { Done } from '../../components/States/Done'
import { LeftChanges } from '../../components/States/LeftChanges'
import { Trouble } from '../../components/States/Trouble'
import { Tabs } from '../../components/Tabs/Tabs'
import { Shown } from './Shown'

const nothing = () => undefined
const STALE: Asked<string> = { data: '这是之前看到的', loading: false, failed: networkTrouble(), again: () => Promise.resolve(), put: nothing }

/** What a page says of itself: nothing yet, on its way, not opened, where one is. */
export function States(): ReactNode {
  const [tab, setTab] = useState<'mine' | 'moving' | 'done'>('mine')
  return (
    <Section title='页面的样子'>
      <Shown as='身份'><Roles here='leader' roles={[{ role: 'resident', label: '我买的', waiting: 0 }, { role: 'leader', label: '我是团长', waiting: 12 }, { role: 'supplier', label: '我供货', waiting: 3 }]} onChoose={nothing} /></Shown>
      <Shown as='几张单子'><Tabs here={tab} onChoose={setTab} tabs={[{ tab: 'mine', label: '待我处理', count: 12 }, { tab: 'moving', label: '处理中', count: 3 }, { tab: 'done', label: '已完成', count: 208 }]} /></Shown>
      <Shown as='正在打开'><Loading cards={2} /></Shown>
      <Shown as='没有东西'><Card><Empty title='都处理完了' hint='有新的会出现在这里，也会发消息给您。'><Button kind='primary' label='看处理中的' /></Empty></Card></Shown>
      <Shown as='还没叫停'><HazardCard view={{ class: 'hazard', id: 'sample', holder: 'operator' }} warned={{ id: null, mayStart: true, groupBuyId: 'g', productId: 'p' }} /></Shown>
      <Shown as='网络不好'><Card><Failed trouble={networkTrouble()} onAgain={nothing} /></Card></Shown>
      <Shown as='不能看'><Card><Failed trouble={new CallFailed({ code: 'FORBIDDEN', message: '这件事不是您的', again: false })} onAgain={nothing} /></Card></Shown>
      <Shown as='旧的内容'><Answered asked={STALE}>{words => <Card>{words}</Card>}</Answered></Shown>
      <Shown as='刚才成了'><Done words='记下了' /></Shown>
      <Shown as='上次改的还没存'><LeftChanges /></Shown>
      <Shown as='刚才没成'><Trouble words='网络不太好，没连上。您填的都还在，再点一次就行，不会重复。' /></Shown>
      {([undefined, 'green', 'amber', 'red'] as const).map(tone => <Shown key={tone ?? 'plain'} as='卡片'><Card {...(tone ? { tone } : {})} title='等团长看'>团长会在今晚9点前看完给您回话</Card></Shown>)}
    </Section>
  )
}
