import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../../domain/contract/calls'
import { useMe } from '../../../cloud/me'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { MessagesLeft } from '../../../components/MessagesLeft/MessagesLeft'
import { Page } from '../../../components/Page/Page'
import { Portion } from '../../../components/Portion/Portion'
import { RoleSwitch } from '../../../components/RoleSwitch/RoleSwitch'
import { Empty } from '../../../components/States/Empty'
import { go, goOnlyTo } from '../../../components/go'
import { Tabs } from '../../../components/Tabs/Tabs'
import { Group } from '../parts/Group'
import { groupCases } from '../parts/groupCases'
import { newsWords } from '../parts/newsWords'
import { PasteInvitation } from '../parts/PasteInvitation'
import { WarningLines } from '../parts/WarningLines'
import { SupplierBar } from '../parts/SupplierBar'
import './index.scss'

type Cases = Answers['supplierCases']
type Tab = keyof Cases['counts']

/** Products at first; of each a few cases. */
const FIRST = 10

/** What a supplier has to answer for, one bundle per product and group-buy; nothing in it tells who the resident is. */
export default function SupplierCases(): ReactNode {
  const me = useMe()
  const [tab, setTab] = useState<Tab>('mine')
  const cases = useAnswer('supplierCases', { tab })
  // Counts stay in sight while the other tab's list is on its way.
  const [counts, setCounts] = useState<Cases['counts']>()
  if (cases.data && counts !== cases.data.counts) setCounts(cases.data.counts)
  return (
    <Page wide>
      <RoleSwitch here='supplier' />
      <Answered asked={me}>
        {who => (who.supplies.length === 0 ? <SuppliesNobody /> : (
          <>
            <SupplierBar me={who} />
            <Card tone='green'>居民的钱由团长先退，不用您直接退给谁。您只要看照片，认不认要您承担的这一份。</Card>
            <Tabs here={tab} onChoose={setTab} tabs={[{ tab: 'mine', label: '等我回话', count: counts?.mine }, { tab: 'all', label: '全部', count: counts?.all }]} />
            <Answered asked={cases}>
              {({ cards, counts: all, photoLinks, warnings }) => (
                <View className='cases'>
                  <WarningLines warnings={warnings} />
                  {cards.length === 0 && !(tab === 'mine' && warnings.length > 0) && <Nothing tab={tab} all={all.all} onAll={() => setTab('all')} />}
                  <Portion key={tab} of={groupCases(cards)} first={FIRST} more={left => `看其他商品（还有 ${left} 种）`}>
                    {some => some.map(group => <Group key={group.key} group={group} links={photoLinks} onCase={id => go(`/packages/supplier/case/index?id=${id}`)} onBundle={b => go(`/packages/supplier/bundle/index?supplier=${b.supplierId}&groupBuy=${b.groupBuyId}`)} />)}
                  </Portion>
                  {all[tab] > cards.length && cards.length > 0 && <View className='cases__rest'>{tab === 'mine' ? `还有 ${all.mine - cards.length} 笔，回完上面的就会出来` : `更早的 ${all.all - cards.length} 笔没有列出来`}</View>}
                </View>
              )}
            </Answered>
            <MessagesLeft role='supplier' />
          </>
        ))}
      </Answered>
    </Page>
  )
}

function Nothing({ tab, all, onAll }: { tab: Tab; all: number; onAll: () => void }): ReactNode {
  if (tab === 'mine' && all > 0) return <Empty title='现在没有等您回话的' hint={`回过的、过了时间的，都在「全部」里。有新的会出现在这里${newsWords()}。`}><Button label='看全部' onTap={onAll} /></Empty>
  return <Empty title='还没有人反映问题' hint={`您供的东西有人反映时会出现在这里${newsWords()}。不用一直开着。`} />
}

/** Nobody's supplier yet: the way in is an invitation. */
function SuppliesNobody(): ReactNode {
  return (
    <>
      <Empty title='您还没有替供货商回话' hint='请团长在「我的团」里邀请您，点开邀请就能看到。' />
      <Card title='团长发来的是链接？'><PasteInvitation /></Card>
      <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
    </>
  )
}
