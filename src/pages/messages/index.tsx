import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { spoken } from '../../../domain/clock/shanghai'
import type { NoticeCard } from '../../../domain/contract/calls'
import { call } from '../../cloud/call'
import { refresh, useAnswer } from '../../cloud/useAnswer'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallKnownLeaders } from '../../components/CallLeader/CallKnownLeaders'
import { Page } from '../../components/Page/Page'
import { Empty } from '../../components/States/Empty'
import { Tap } from '../../components/Tap/Tap'
import { useNow } from '../../components/useNow'
import { Credits } from './Credits'
import './index.scss'

/** The inbox: everything that was owed to this person, newest first. Seeing it marks it read. */
export default function Messages(): ReactNode {
  const asked = useAnswer('listNotices', {})
  const newestUnread = asked.data?.notices.reduce((newest, n) => (n.read ? newest : Math.max(newest, n.at)), 0) ?? 0
  useEffect(() => {
    if (newestUnread === 0) return
    // What was shown stays marked as new until the page is opened again; a failure only leaves it unread.
    call('readNotices', { upTo: newestUnread }).then(() => refresh('whoAmI'), (trouble: unknown) => console.warn('messages stay unread', trouble))
  }, [newestUnread])
  return (
    <Page>
      <Credits />
      <Answered asked={asked}>
        {({ notices }) => (notices.length === 0
          ? <Empty title='还没有消息' hint='有人回您的话、退了款，都会写在这里。' />
          : <View className='messages'>{notices.map(n => <Notice key={n.id} notice={n} />)}</View>)}
      </Answered>
      {asked.data && <CallKnownLeaders />}
      <Button kind='quiet' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
    </Page>
  )
}

function Notice({ notice }: { notice: NoticeCard }): ReactNode {
  const now = useNow()
  const copy = COPY_WORDS[notice.copy]
  return (
    <Tap className='messages__one' label={`${notice.read ? '' : '新消息，'}${notice.title}，${notice.body}`} onTap={() => void Taro.navigateTo({ url: notice.page.startsWith('/') ? notice.page : `/${notice.page}` })}>
      <View className='messages__head'>
        {!notice.read && <View className='messages__new'>新</View>}
        <View className={`messages__title${notice.read ? '' : ' messages__title--new'}`}>{notice.title}</View>
      </View>
      <View>{notice.body}</View>
      <View className='messages__at'>{spoken(notice.at, now)}{copy !== null && ` · ${copy}`}</View>
    </Tap>
  )
}

/** What became of WeChat's copy, where there is something to say. */
const COPY_WORDS: Record<NoticeCard['copy'], string | null> = {
  none: null, due: null, sending: null, sent: '微信里也发了', delivered: '微信里也送到了', failed: '微信里没发出去', unknown: '微信里不知道发没发到', bundled: '微信里和别的并成一条',
}
