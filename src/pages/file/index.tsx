import Taro, { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useAnswer } from '../../cloud/useAnswer'
import { Button } from '../../components/Button/Button'
import { Page } from '../../components/Page/Page'
import { Empty } from '../../components/States/Empty'
import { Failed } from '../../components/States/Failed'
import { Loading } from '../../components/States/Loading'
import { Form } from './Form'

/** Something is wrong with what was bought: `order` and `line` say with what. */
export default function File(): ReactNode {
  const { order, line } = useRouter().params
  const orderId = order && decodeURIComponent(order)
  const lineId = line && decodeURIComponent(line)
  const shown = useAnswer('showLine', orderId && lineId ? { orderId, lineId } : null)
  if (!orderId || !lineId) return <Page><Empty title='没看到是哪件东西' hint='在首页点那件东西旁边的“东西有问题”。'><Button kind='primary' label='回首页' onTap={goHome} /></Empty></Page>
  if (!shown.data) return <Page>{shown.failed ? <Failed trouble={shown.failed} onAgain={() => void shown.again()} /> : <Loading />}</Page>
  const { notClaimable } = shown.data.line
  if (notClaimable !== null) return <Page><Empty title={notClaimable} hint='有疑问可以问问团长。'><Button kind='primary' label='回首页' onTap={goHome} /></Empty></Page>
  return <Form key={`${orderId}/${lineId}`} shown={shown.data} />
}

function goHome(): void {
  void Taro.reLaunch({ url: '/pages/home/index' })
}
