import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { spoken } from '../../../domain/clock/shanghai'
import type { Answers, NoticeCard } from '../../../domain/contract/calls'
import { NOTICES_A_PAGE } from '../../../domain/notice/notice'
import { call } from '../../cloud/call'
import { refresh, useAnswer } from '../../cloud/useAnswer'
import { useSending } from '../../cloud/useSending'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallKnownLeaders } from '../../components/CallLeader/CallKnownLeaders'
import { Deadline, deadlineWords } from '../../components/Deadline/Deadline'
import { Page } from '../../components/Page/Page'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { Tap } from '../../components/Tap/Tap'
import { useNow } from '../../components/useNow'
import { Credits } from './Credits'
import './index.scss'

/** The inbox: everything that was owed to this person, newest first. Seeing it marks it read, and only what is seen. */
export default function Messages(): ReactNode {
  const asked = useAnswer('listNotices', {})
  return (
    <Page>
      <Credits />
      <Answered asked={asked}>
        {first => (first.notices.length === 0
          ? <Empty title='还没有消息' hint='有人回您的话、退了款，都会写在这里。' />
          : <Inbox first={first} />)}
      </Answered>
      {asked.data && <CallKnownLeaders />}
      <Button kind='quiet' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
    </Page>
  )
}

type Part = Answers['listNotices']

/** The inbox as far as it was asked for; older ones by a tap. */
function Inbox({ first }: { first: Part }): ReactNode {
  const [got, setGot] = useState({ first, notices: first.notices, next: first.next })
  if (got.first !== first) setGot({ first, ...newerBefore(got, first) })
  const { busy, failed, send } = useSending()
  useReading(got.notices)
  const older = () => void send(async () => {
    if (got.next === null) return
    const part = await call('listNotices', { after: got.next })
    setGot(now => ({ ...now, notices: onceEach([...now.notices, ...part.notices]), next: part.next }))
  })
  return (
    <>
      <View className='messages'>{got.notices.map(n => <Notice key={n.id} notice={n} />)}</View>
      <Trouble words={failed?.message} />
      {got.next !== null && <Button kind='quiet' label='看更早的' busy={busy} busyLabel='正在拿…' onTap={older} />}
    </>
  )
}

/** The first page asked anew, before what is there of older ones; where nothing of those is on it, there may be some in between, and it begins anew. */
function newerBefore(got: Pick<Part, 'notices' | 'next'>, first: Part): Pick<Part, 'notices' | 'next'> {
  const there = new Set(got.notices.map(n => n.id))
  if (!first.notices.some(n => there.has(n.id))) return { notices: first.notices, next: first.next }
  return { notices: onceEach([...first.notices, ...got.notices]), next: got.notices.length > first.notices.length ? got.next : first.next }
}

function onceEach(notices: readonly NoticeCard[]): NoticeCard[] {
  const seen = new Set<string>()
  return notices.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** Marks as read what is on the screen. It stays marked as new there until the page is opened again; a failure only leaves it unread. */
function useReading(shown: readonly NoticeCard[]): void {
  const told = useRef(new Set<string>())
  useEffect(() => {
    const ids = shown.filter(n => !n.read && !told.current.has(n.id)).map(n => n.id).slice(0, NOTICES_A_PAGE)
    if (ids.length === 0) return
    for (const id of ids) told.current.add(id)
    call('readNotices', { ids }).then(() => refresh('whoAmI'), (trouble: unknown) => {
      for (const id of ids) told.current.delete(id)
      console.warn('messages stay unread', trouble)
    })
  }, [shown])
}

function Notice({ notice }: { notice: NoticeCard }): ReactNode {
  const now = useNow()
  const copy = COPY_WORDS[notice.copy]
  return (
    <Tap className='messages__one' label={`${notice.read ? '' : '新消息，'}${notice.title}，${notice.body}${notice.dueAt === null ? '' : `，${deadlineWords(notice.dueAt, now, '请在')}`}`} onTap={() => void Taro.navigateTo({ url: notice.page.startsWith('/') ? notice.page : `/${notice.page}` })}>
      <View className='messages__head'>
        {!notice.read && <View className='messages__new'>新</View>}
        <View className={`messages__title${notice.read ? '' : ' messages__title--new'}`}>{notice.title}</View>
      </View>
      <View>{notice.body}</View>
      {notice.dueAt !== null && <Deadline due={{ dueAt: notice.dueAt }} who='请在' />}
      <View className='messages__at'>{spoken(notice.at, now)}{copy !== null && ` · ${copy}`}</View>
    </Tap>
  )
}

/** What became of WeChat's copy, where there is something to say. */
const COPY_WORDS: Record<NoticeCard['copy'], string | null> = {
  none: null, due: null, sending: null, sent: '微信里也发了', delivered: '微信里也送到了', failed: '微信里没发出去', unknown: '微信里不知道发没发到', bundled: '微信里和别的并成一条',
}
