import Taro, { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useAnswer } from '../../cloud/useAnswer'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Page } from '../../components/Page/Page'
import { Empty } from '../../components/States/Empty'
import { Failed } from '../../components/States/Failed'
import { Loading } from '../../components/States/Loading'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { lineOwner } from '../../outbox/filingDraft'
import { isHeld, sentSince } from '../../outbox/sendWaiting'
import { useOutbox } from '../../outbox/useOutbox'
import { Form } from './Form'
import { Sent } from './Sent'

/** Something is wrong with what was bought: `order` and `line` say with what, `camera` that it is to open at once. */
export default function File(): ReactNode {
  const { order, line, camera } = useRouter().params
  const orderId = order && decodeURIComponent(order)
  const lineId = line && decodeURIComponent(line)
  const shown = useAnswer('showLine', orderId && lineId ? { orderId, lineId } : null)
  const [opened] = useState(() => Date.now())
  const outbox = useOutbox()
  if (!orderId || !lineId) return <Page><Empty title='没看到是哪件东西' hint='在首页点那件东西旁边的“东西有问题”。'><Button kind='primary' label='回首页' onTap={goHome} /></Empty></Page>

  const owner = lineOwner(orderId, lineId)
  const sent = sentSince(owner, opened)
  if (sent) return <Sent view={sent.view} leader={sent.leader} />
  const waiting = outbox.find(w => w.kind === 'filing' && w.owner === owner)
  // While it is held the form itself shows how far it is.
  if (waiting && !waiting.refused && !isHeld(waiting.id)) return <Page><WaitingToSend one={waiting} /><Button kind='quiet' label='回首页' onTap={goHome} /></Page>
  if (!shown.data) return <Page>{shown.failed ? <Failed trouble={shown.failed} onAgain={() => void shown.again()} /> : <Loading />}</Page>
  const { line: { notClaimable }, community } = shown.data
  if (notClaimable !== null) return <Page><Empty title={notClaimable} hint='有疑问可以问问团长。'><CallLeader community={community} /><Button kind='primary' label='回首页' onTap={goHome} /></Empty></Page>
  return <Form key={owner} shown={shown.data} refused={waiting} camera={camera === '1'} />
}

function goHome(): void {
  void Taro.reLaunch({ url: '/pages/home/index' })
}
