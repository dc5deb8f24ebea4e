import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../../../domain/clock/shanghai'
import type { Answers } from '../../../domain/contract/calls'
import { DO_THIS } from '../../../domain/hazard/warning'
import { call } from '../../cloud/call'
import { refresh, useAnswer } from '../../cloud/useAnswer'
import { useSending } from '../../cloud/useSending'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { go, goOnlyTo } from '../../components/go'
import { Page } from '../../components/Page/Page'
import { Portion } from '../../components/Portion/Portion'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { useNow } from '../../components/useNow'
import { householdOf } from '../../words/householdOf'
import { filingPage } from '../file/filingPage'
import './index.scss'

type Read = Answers['readWarning']

/** Group-buys, or households, shown at first. */
const FIRST = 3

/** What a household has to know at once: not to use it, what is wrong, what to do. Large, and nothing else before it. */
export default function WarningPage(): ReactNode {
  const warningId = useRouter().params.id ?? null
  const asked = useAnswer('readWarning', warningId === null ? null : { warningId })
  const { busy, failed, send } = useSending()
  if (warningId === null) return <Page><Empty title='没看到是哪件东西' hint='请从消息里或者群里的卡片点开。'><Button kind='primary' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>
  const { data } = asked
  const know = (read: Read) => void send(async () => {
    await call('acknowledgeWarning', { warningId })
    asked.put({ ...read, acknowledged: true })
    refresh('listNotices', 'whoAmI')
  })
  return (
    <Page
      bar={data && (
        <ActionBar>
          <Trouble words={failed?.message} />
          {data.state === 'active' && data.mine.length > 0 && !data.acknowledged
            ? <Button kind='primary' label='知道了' spokenLabel='知道了，告诉团长我看到了' busy={busy} busyLabel='正在告诉团长…' onTap={() => know(data)} />
            : <Button label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />}
        </ActionBar>
      )}
    >
      <Answered asked={asked} cards={2}>
        {read => (
          <View className='warning'>
            {read.state === 'active' ? <Stop read={read} /> : <Over read={read} />}
            {read.mine.length > 0 ? <Mine read={read} /> : <WhoseIsIt read={read} />}
            <CallLeader community={read.community} />
          </View>
        )}
      </Answered>
    </Page>
  )
}

function Stop({ read }: { read: Read }): ReactNode {
  const now = useNow()
  return (
    <>
      <Card tone='red'>
        <View className='warning__stop'>先别吃，先别用！</View>
        <View className='warning__goods'>{read.title}{read.spec !== '' && ` · ${read.spec}`}</View>
        <View className='warning__words'>{read.words}</View>
        <View className='soft small'>{spoken(read.startedAt, now)} · {read.community.name}</View>
      </Card>
      <Card title='现在怎么做'>
        <View className='warning__do'>{DO_THIS[read.doThis]}</View>
        <View>已经吃了、用了不舒服的，先去看医生，把东西和单子留好。</View>
        {read.held && <View className='soft'>还没取的先不发了。</View>}
      </Card>
    </>
  )
}

function Over({ read }: { read: Read }): ReactNode {
  const now = useNow()
  return (
    <Card tone='green'>
      <View className='warning__over'>✓ 可以放心了</View>
      <View className='warning__goods'>{read.title}{read.spec !== '' && ` · ${read.spec}`}</View>
      <View className='warning__words'>{read.lifted?.words}</View>
      <View className='soft small'>{spoken(read.lifted?.at ?? read.startedAt, now)}解除。之前说的是：{read.words}</View>
    </Card>
  )
}

/** The reader's own: that it was seen, and the way to say that somebody is unwell. */
function Mine({ read: { mine, acknowledged, state } }: { read: Read }): ReactNode {
  return (
    <Card title={`您家买了${mine.length > 1 ? ` ${mine.length} 份` : '这一样'}`}>
      {acknowledged && state === 'active' && <View className='green'>✓ 团长知道您看到了</View>}
      <View className='warning__ways'>
        <Portion of={mine} first={FIRST} more={left => `看另外 ${left} 份`}>
          {some => some.map(line => (
            <View key={`${line.orderId}/${line.lineId}`}>
              <View>{householdOf(line)} · {line.groupBuyTitle}</View>
              <Button kind='danger' label='不舒服、用出了问题，告诉团长' spokenLabel={`${householdOf(line)}，不舒服、用出了问题，告诉团长`} onTap={() => go(filingPage(line.orderId, line.lineId))} />
            </View>
          ))}
        </Portion>
      </View>
    </Card>
  )
}

/** Nobody knows whose phone this is: each group-buy in which it was sold finds one's own order. */
function WhoseIsIt({ read: { groupBuys } }: { read: Read }): ReactNode {
  return (
    <Card title='您家买过吗？'>
      <View>填跟团号和手机号后四位，找到您的订单，团长就知道您看到了。</View>
      <View className='warning__ways'>
        <Portion of={groupBuys} first={FIRST} more={left => `看另外 ${left} 个团`}>
          {some => some.map(g => <Button key={g.id} label={`找我在「${g.title}」的订单`} onTap={() => go(`/pages/bind/index?groupBuy=${encodeURIComponent(g.id)}`)} />)}
        </Portion>
      </View>
    </Card>
  )
}
