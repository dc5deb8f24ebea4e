import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import type { Answers } from '../../../domain/contract/calls'
import { DO_THIS } from '../../../domain/hazard/warning'
import { useMe } from '../../cloud/me'
import { useAnswer } from '../../cloud/useAnswer'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { CaseCard } from '../../components/CaseCard/CaseCard'
import { go } from '../../components/go'
import { Page } from '../../components/Page/Page'
import { Portion } from '../../components/Portion/Portion'
import { RoleSwitch } from '../../components/RoleSwitch/RoleSwitch'
import { Section } from '../../components/Section/Section'
import { Empty } from '../../components/States/Empty'
import { Loading } from '../../components/States/Loading'
import { Tap } from '../../components/Tap/Tap'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { useOutbox } from '../../outbox/useOutbox'
import { GroupBuyLink } from '../bind/GroupBuyLink'
import { criteriaPage } from '../criteria/criteriaPage'
import { filingPage } from '../file/filingPage'
import { Bought } from './Bought'
import { groupAgain, lineByLine } from './lineByLine'
import { severalHouseholds } from './severalHouseholds'
import { NotFinished } from './NotFinished'
import './index.scss'

/** What a usual household has in a month or two; the rest is a tap away. What waits for an answer is always there whole. */
const FIRST_MOVING = 10
const FIRST_LINES = 20
const FIRST_FINISHED = 5

/** Where everybody lands: what waits for me, what is moving, what I bought. Who has no orders but another role is taken there. */
export default function Home(): ReactNode {
  const me = useMe()
  const home = useAnswer('residentHome', {})
  const elsewhere = me.data ? firstPageElsewhere(me.data) : null
  useEffect(() => {
    if (elsewhere !== null) void Taro.reLaunch({ url: elsewhere })
  }, [elsewhere])
  if (elsewhere !== null) return <Page><Loading /></Page>
  const who = me.data
  return (
    <Page>
      <RoleSwitch here='resident' />
      <NotSentYet />
      <NotFinished onOpen={openFiling} />
      {who === undefined
        ? <Answered asked={me}>{() => null}</Answered>
        : (
          <>
            <View className='home__head'>
              <View className='home__hello'>{who.name === '' ? '您好' : `${who.name}，您好`}</View>
              <Tap className='home__messages' label={who.unread > 0 ? `消息，${who.unread} 条没看` : '消息'} onTap={() => void Taro.navigateTo({ url: '/pages/messages/index' })}>
                消息{who.unread > 0 && <View className='home__unread'>{who.unread}</View>}
              </Tap>
            </View>
            <Answered asked={home}>{data => (isNew(data) ? <Unbound /> : <Mine home={data} />)}</Answered>
          </>
        )}
    </Page>
  )
}

/** What waits for a signal: here even when nothing else could be loaded. */
function NotSentYet(): ReactNode {
  const waiting = useOutbox()
  if (waiting.length === 0) return null
  return (
    <Section title='还没发出去的'>
      {waiting.map(one => <WaitingToSend key={one.id} one={one} onOpen={() => (one.kind === 'filing' ? openFiling(one.input.orderId, one.input.lineId) : openCase(one.caseId))} />)}
    </Section>
  )
}

function Mine({ home }: { home: Answers['residentHome'] }): ReactNode {
  const moving = home.recent.filter(c => c.holder !== null)
  const finished = home.recent.filter(c => c.holder === null)
  const card = (c: typeof home.recent[number]) => <CaseCard key={c.id} card={c} photo={c.photo === null ? undefined : home.photoLinks[c.photo]} onTap={() => openCase(c.id)} />
  return (
    <>
      <Warned bought={home.bought} />
      {home.waiting.length > 0 && <Section title='等您办的'>{home.waiting.map(card)}</Section>}
      {moving.length > 0 && <Section title='正在处理'><Portion of={moving} first={FIRST_MOVING} more={left => `看其他的（还有 ${left} 件）`}>{some => some.map(card)}</Portion></Section>}
      <Section title='我买的'>
        <Portion of={lineByLine(home.bought)} first={FIRST_LINES} more={left => `看更早买的（还有 ${left} 样）`}>
          {some => groupAgain(some).map(b => <Bought key={b.groupBuyId} bought={b} several={severalHouseholds(home.bought)} onFile={openFiling} onCase={openCase} />)}
        </Portion>
        {home.bought.length === 0 && <Card>还没有您的订单。在群里点开团长发的团购卡片，就能找到。</Card>}
      </Section>
      {finished.length > 0 && <Section title='最近处理完的'><Portion of={finished} first={FIRST_FINISHED} more={left => `看更早的（还有 ${left} 件）`}>{some => some.map(card)}</Portion></Section>}
      {home.bought.length > 0 && <Button kind='quiet' label='我家的订单：看是哪几家、换一家' onTap={() => void Taro.navigateTo({ url: '/pages/households/index' })} />}
      <Button kind='quiet' label='消息设置：收哪些、几点不打扰' onTap={() => go('/pages/messageSettings/index')} />
      {home.communities.map(c => (
        <Card key={c.id}>
          <View className='home__community'>{c.name} · 团长{c.leaderName}</View>
          <CallLeader community={c} />
          <Button kind='quiet' label='什么情况不退' spokenLabel={`${c.name}什么情况不退`} onTap={() => go(criteriaPage(c.id))} />
        </Card>
      ))}
    </>
  )
}

/** What must not be used comes before everything else; once for each warning, however often it was bought. */
function Warned({ bought }: { bought: Answers['residentHome']['bought'] }): ReactNode {
  const out = new Map(bought.flatMap(b => b.lines).flatMap(l => (l.warning ? [[l.warning.warningId, { title: l.title, doThis: l.warning.doThis }] as const] : [])))
  return [...out].map(([id, { title, doThis }]) => (
    <Card key={id} tone='red' title={`! ${title}：先别吃、先别用`}>
      <View className='home__warned'>{DO_THIS[doThis]}</View>
      <Button kind='danger' label='看哪里有危险、怎么做' spokenLabel={`${title}，看哪里有危险、怎么做`} onTap={() => go(`/pages/warning/index?id=${id}`)} />
    </Card>
  ))
}

/** Nobody's orders yet: every way in is here. */
function Unbound(): ReactNode {
  return (
    <>
      <Empty title='还没有找到您的订单' hint='在群里点开团长发的团购卡片，填上跟团号和手机号后四位，就能看到您买的东西。' />
      <Card title='团长给过您链接？'><GroupBuyLink /></Card>
      <Card title='您是团长？'>
        <View className='soft home__leader'>给小区开通以后，邻居的售后就不用在群里翻了。</View>
        <Button label='给我的小区开通' onTap={() => void Taro.navigateTo({ url: '/packages/leader/open/index' })} />
      </Card>
    </>
  )
}

function openFiling(orderId: string, lineId: string): void {
  void Taro.navigateTo({ url: filingPage(orderId, lineId) })
}

function openCase(id: string): void {
  void Taro.navigateTo({ url: `/pages/case/index?id=${id}` })
}

function isNew(home: Answers['residentHome']): boolean {
  return home.bought.length + home.waiting.length + home.recent.length === 0
}

function firstPageElsewhere(me: Answers['whoAmI']): string | null {
  if (me.isResident) return null
  if (me.leads.length > 0) return '/packages/leader/inbox/index'
  if (me.gathers.length > 0) return '/packages/leader/gathered/index'
  if (me.operates.length > 0) return '/packages/operator/desk/index'
  return me.supplies.length > 0 ? '/packages/supplier/cases/index' : null
}
