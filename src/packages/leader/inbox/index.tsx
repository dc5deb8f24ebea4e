import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Alike, Answers } from '../../../../domain/contract/calls'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { CaseCard } from '../../../components/CaseCard/CaseCard'
import { MessagesLeft } from '../../../components/MessagesLeft/MessagesLeft'
import { Page } from '../../../components/Page/Page'
import { Portion } from '../../../components/Portion/Portion'
import { RoleSwitch } from '../../../components/RoleSwitch/RoleSwitch'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'
import { go } from '../../../components/go'
import { useNow } from '../../../components/useNow'
import { AlikeCard } from '../parts/inbox/AlikeCard'
import { RefundsCard } from '../parts/inbox/RefundsCard'
import { Tonight } from '../parts/inbox/Tonight'
import { UntoldCount } from '../parts/inbox/UntoldCount'
import { refundsPage } from '../parts/refunds/refundsPage'
import { SupplierSaid } from '../parts/SupplierSaid'
import { Tabs } from '../../../components/Tabs/Tabs'
import { Way } from '../parts/Way'
import './index.scss'

type Inbox = Answers['leaderInbox']
type Tab = keyof Inbox['counts']

/** As many as one bad batch usually brings. */
const FIRST = 50

/** What waits for the leader, what is due first at the top. */
export default function LeaderInbox(): ReactNode {
  const leading = useCommunity()
  const communityId = leading.community?.communityId ?? null
  const [tab, setTab] = useState<Tab>('mine')
  const inbox = useAnswer('leaderInbox', communityId === null ? null : { communityId, tab })
  // Counts stay in sight while another tab's list is on its way.
  const [known, setKnown] = useState<{ communityId: string | null; counts: Inbox['counts'] } | null>(null)
  if (inbox.data && known?.counts !== inbox.data.counts) setKnown({ communityId, counts: inbox.data.counts })
  const now = useNow()
  const isLate = ({ dueAt }: Inbox['refunds'][number]) => dueAt !== null && dueAt <= now
  const counts = known?.communityId === communityId ? known.counts : undefined
  return (
    <Page wide>
      <RoleSwitch here='leader' />
      <ForLeaders leading={leading}>
        {community => (
          <>
            <CommunityBar leading={leading} />
            <View className='inbox__ways'>
              <Way label='我的团' onTap={() => go(`/packages/leader/groupBuys/index?community=${community.communityId}`)} />
              <Way label='时间看板' onTap={() => go(`/packages/leader/board/index?community=${community.communityId}`)} />
              <Way label='导入订单' onTap={() => go(`/packages/leader/import/index?community=${community.communityId}`)} />
            </View>
            <Tabs
              here={tab} onChoose={setTab}
              tabs={[{ tab: 'mine', label: '待我处理', count: counts?.mine }, { tab: 'moving', label: '处理中', count: counts?.moving }, { tab: 'done', label: '已完成', count: counts?.done }]}
            />
            <Answered asked={inbox}>
              {({ cards, alike, refunds, hazards, disputed, untold, counts: all, photoLinks }) => (
                <>
                  {hazards.length > 0 && <Beside title='! 安全问题，请先看' cards={hazards} links={photoLinks} />}
                  {tab === 'mine' && inbox.data && <Tonight communityId={community.communityId} inbox={inbox.data} />}
                  {/* Somebody waits for their money: above what is in time. */}
                  <ToRefundCards communityId={community.communityId} refunds={refunds.filter(isLate)} />
                  {alike.map(a => <AlikeCard key={`${a.groupBuyId}.${a.productId}`} alike={a} photo={a.photo === null ? undefined : photoLinks[a.photo]} onTap={() => openIncident(community.communityId, a)} />)}
                  <ToRefundCards communityId={community.communityId} refunds={refunds.filter(r => !isLate(r))} />
                  {disputed.length > 0 && <Beside title={`供货商不认，请定谁承担（${disputed.length}）`} cards={disputed} links={photoLinks} />}
                  {tab === 'mine' && <UntoldCount communityId={community.communityId} cases={untold} />}
                  {cards.length + alike.length + refunds.length + hazards.length + disputed.length === 0 && <Nothing tab={tab} counts={all} untold={untold} communityId={community.communityId} onTab={setTab} />}
                  <Portion key={tab} of={cards} first={FIRST} more={left => `看后面的（还有 ${left} 件）`}>
                    {some => (
                      <View className='inbox__cards'>{some.map(card => (
                        <CaseCard key={card.id} card={card} photo={card.photo === null ? undefined : photoLinks[card.photo]} onTap={() => openCase(card.id)}>
                          <SupplierSaid recovery={card.recovery} />
                        </CaseCard>
                      ))}</View>
                    )}
                  </Portion>
                  {all[tab] > cards.length + together(alike, refunds) && cards.length > 0 && <View className='inbox__rest'>{tab === 'done' ? `更早的 ${all.done - cards.length} 件没有列出来` : `还有 ${all[tab] - cards.length - together(alike, refunds)} 件，处理完上面的就会出来`}</View>}
                </>
              )}
            </Answered>
            <MessagesLeft role='leader' />
          </>
        )}
      </ForLeaders>
    </Page>
  )
}

/** Cases that others hold, and that want something of the leader all the same. */
function Beside({ title, cards, links }: { title: string; cards: Inbox['cards']; links: Record<string, string> }): ReactNode {
  return (
    <Section title={title}>
      <View className='inbox__cards'>{cards.map(card => (
        <CaseCard key={card.id} card={card} photo={card.photo === null ? undefined : links[card.photo]} onTap={() => openCase(card.id)}><SupplierSaid recovery={card.recovery} /></CaseCard>
      ))}</View>
    </Section>
  )
}

function ToRefundCards({ communityId, refunds }: { communityId: string; refunds: Inbox['refunds'] }): ReactNode {
  return refunds.map(r => <RefundsCard key={r.groupBuyId} refunds={r} onTap={() => go(refundsPage(communityId, r.groupBuyId))} />)
}

function openCase(id: string): void {
  go(`/packages/leader/case/index?id=${id}`)
}

function openIncident(communityId: string, { groupBuyId, productId }: Alike): void {
  go(`/packages/leader/incident/index?community=${communityId}&groupBuy=${encodeURIComponent(groupBuyId)}&product=${encodeURIComponent(productId)}`)
}

/** Cases that stand on no card of their own. */
function together(alike: readonly Alike[], refunds: Inbox['refunds']): number {
  return alike.reduce((cases, a) => cases + a.households, 0) + refunds.reduce((cases, r) => cases + r.cases, 0)
}

interface NothingProps {
  tab: Tab
  counts: Inbox['counts']
  untold: number
  communityId: string
  onTab: (tab: Tab) => void
}

/** An empty list says what to do next. */
function Nothing({ tab, counts, untold, communityId, onTab }: NothingProps): ReactNode {
  if (counts.mine + counts.moving + counts.done === 0) {
    return (
      <Empty title='还没有邻居反映问题' hint='把团购卡片发到群里，邻居点开就能反映。还没导入订单的，先在「我的团」里导入。'>
        <Button kind='primary' label='去我的团' onTap={() => go(`/packages/leader/groupBuys/index?community=${communityId}`)} />
      </Empty>
    )
  }
  if (tab === 'mine') {
    return (
      <Empty title={untold > 0 ? '没有别的等您处理' : counts.moving > 0 ? '现在没有等您处理的' : '都处理完了'} hint={counts.moving > 0 ? `还有 ${counts.moving} 件在等邻居、供货商或平台，轮到您了会回到这里。` : '有新的会出现在这里，也会发消息给您。'}>
        {counts.moving > 0 && <Button label='看处理中的' onTap={() => onTab('moving')} />}
      </Empty>
    )
  }
  return <Empty title={tab === 'moving' ? '没有在等别人回话的' : '还没有处理完的'}>{counts.mine > 0 && <Button label={`看待我处理的 ${counts.mine} 件`} onTap={() => onTab('mine')} />}</Empty>
}
