import { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers, GroupBuyCard } from '../../../../domain/contract/calls'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'
import { ArrivedSheet } from '../parts/groupBuys/ArrivedSheet'
import { Code } from '../parts/groupBuys/Code'
import { Bindings } from '../parts/groupBuys/Bindings'
import { GroupBuyItem, type Product } from '../parts/groupBuys/GroupBuyItem'
import { InviteSheet } from '../parts/groupBuys/InviteSheet'
import { ShareSheet, type Share } from '../../../components/ShareSheet/ShareSheet'
import { SupplierSheet } from '../parts/groupBuys/SupplierSheet'
import { Suppliers } from '../parts/groupBuys/Suppliers'
import { useInvitation } from '../parts/groupBuys/useInvitation'
import { go } from '../../../components/go'
import { untoldPage } from '../parts/untold/untoldPage'
import { Way } from '../parts/Way'

/** Where a card shared from WeChat's own menu leads, when no group-buy was chosen. */
const HOME: Share = { title: '团后：买的东西有问题，点这里', path: '/pages/home/index' }

/** Shown at first: a phone draws fifty of them slowly. */
const FIRST = 8

/** Everything around a group-buy that is not a case: has it come, its card for the chat, who supplied, who is who. */
export default function GroupBuys(): ReactNode {
  const leading = useCommunity()
  const { community } = leading
  const listed = useAnswer('listGroupBuys', community && { communityId: community.communityId })
  const untold = useAnswer('listUntold', community && { communityId: community.communityId }).data?.cases.length ?? 0
  const [arriving, setArriving] = useState<GroupBuyCard | null>(null)
  const [sharing, setSharing] = useState<GroupBuyCard | null>(null)
  const [naming, setNaming] = useState<{ groupBuyId: string; product: Product } | null>(null)
  const [older, setOlder] = useState(false)
  const invitation = useInvitation(community?.name ?? '')
  const card = sharing && { title: `${sharing.title}：东西有问题点这里`, path: `/pages/bind/index?groupBuy=${encodeURIComponent(sharing.id)}` }
  useShareAppMessage(() => invitation.share ?? card ?? HOME)

  const list = ({ groupBuys, suppliers, bindingsWaiting }: Answers['listGroupBuys'], communityId: string) => (
    <>
      {bindingsWaiting > 0 && <Bindings communityId={communityId} />}
      <Section title='团'>
        {groupBuys.length === 0 && <Empty title='还没有团' hint='从快团团或接龙导出订单，导进来就有了。'><Button kind='primary' label='导入订单' onTap={() => openImport(communityId)} /></Empty>}
        {groupBuys.slice(0, older ? groupBuys.length : FIRST).map(g => <GroupBuyItem key={g.id} groupBuy={g} communityId={communityId} onArrived={() => setArriving(g)} onShare={() => setSharing(g)} onName={product => setNaming({ groupBuyId: g.id, product })} />)}
        {!older && groupBuys.length > FIRST && <Way label={`看更早的 ${groupBuys.length - FIRST} 个团`} onTap={() => setOlder(true)} />}
      </Section>
      <Section title='供货商'><Suppliers suppliers={suppliers} onInvite={invitation.make} /></Section>
    </>
  )
  return (
    <Page wide>
      <ForLeaders leading={leading}>
        {({ communityId }) => (
          <>
            <CommunityBar leading={leading} />
            <Way label='小区和帮手' onTap={() => go(`/packages/leader/community/index?community=${communityId}`)} />
            {(listed.data?.groupBuys.length ?? 0) > 0 && <Way label='导入订单' onTap={() => openImport(communityId)} />}
            {untold > 0 && <Way label={`还没告诉到 ${untold} 件`} onTap={() => go(untoldPage(communityId))} />}
            <Answered asked={listed}>{data => list(data, communityId)}</Answered>
          </>
        )}
      </ForLeaders>
      <ArrivedSheet groupBuy={arriving} onClose={() => setArriving(null)} />
      {naming && <SupplierSheet {...naming} suppliers={listed.data?.suppliers ?? []} onClose={() => setNaming(null)} />}
      <ShareSheet open={sharing !== null} title='发到邻居群' share={card} onClose={() => setSharing(null)}>
        <View>邻居点开，填跟团号和手机号后四位，就能找到自己买的东西，拍照反映。</View>
        {sharing && <Code key={sharing.id} groupBuyId={sharing.id} title={sharing.title} />}
      </ShareSheet>
      <InviteSheet invitation={invitation} />
    </Page>
  )
}

function openImport(communityId: string): void {
  go(`/packages/leader/import/index?community=${communityId}`)
}
