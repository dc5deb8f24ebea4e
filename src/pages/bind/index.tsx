import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answers } from '../../../domain/contract/calls'
import { spoken } from '../../../domain/clock/shanghai'
import { call } from '../../cloud/call'
import { asCallFailed, type CallFailed } from '../../cloud/callFailed'
import { refresh, useAnswer } from '../../cloud/useAnswer'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { Field } from '../../components/Field/Field'
import { Page } from '../../components/Page/Page'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Empty } from '../../components/States/Empty'
import { Loading } from '../../components/States/Loading'
import { Trouble } from '../../components/States/Trouble'
import { goOnlyTo } from '../../components/go'
import { useNow } from '../../components/useNow'
import { forgetKeptWords, useKeptWords } from '../../outbox/keptWords'
import { filingPage } from '../file/filingPage'
import { GroupBuyLink } from './GroupBuyLink'
import { Locked } from './Locked'
import { Mine, onlyLine } from './Mine'
import './index.scss'

/** What the card in the chat group opens: that group-buy, and which of its orders are mine. */
export default function Bind(): ReactNode {
  const groupBuyId = useRouter().params.groupBuy
  const shown = useAnswer('showGroupBuy', groupBuyId ? { groupBuyId } : null)
  const [joinNumber, setJoinNumber] = useKeptWords(groupBuyId ? `${groupBuyId}/joinNumber` : null)
  const [phoneLast4, setPhoneLast4] = useKeptWords(groupBuyId ? `${groupBuyId}/phone` : null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<CallFailed | null>(null)
  const [asked, setAsked] = useState(false)
  const [found, setFound] = useState(false)
  const sending = useRef(false)
  // Asked of the first answer alone: who has just found their order, or comes back here, sees what there is.
  const [first, setFirst] = useState<Answers['showGroupBuy']>()
  if (!first && shown.data) setFirst(shown.data)
  const straight = first ? onlyLine(first) : null
  useEffect(() => {
    if (straight) void Taro.redirectTo({ url: filingPage(straight.orderId, straight.lineId) })
  }, [straight])

  if (!groupBuyId) return <Page><Empty title='没看到是哪个团' hint='请在群里点开团长发的团购卡片，或者把链接粘贴进来。' /><Card><GroupBuyLink /></Card><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Page>

  const find = async () => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setFailed(null)
    try {
      const answer = await call('bindOrders', { groupBuyId, joinNumber: joinNumber.trim(), phoneLast4: phoneLast4.trim() })
      forgetKeptWords(`${groupBuyId}/joinNumber`)
      forgetKeptWords(`${groupBuyId}/phone`)
      refresh('whoAmI', 'residentHome')
      if (answer.state === 'askedLeader') setAsked(true)
      else {
        setFound(true)
        await shown.again()
      }
    } catch (trouble) {
      setFailed(asCallFailed(trouble))
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  if (straight) return <Page><Loading /></Page>
  const bound = found || (shown.data?.mine.length ?? 0) > 0
  const locked = failed?.code === 'MANY_TRIES'
  const toAsk = shown.data !== undefined && !bound && !asked && !locked
  const inPlace = (field: string) => (failed?.field === field ? failed.message : undefined)
  const bar = toAsk && (
    <ActionBar>
      <Trouble words={failed && inPlace('joinNumber') === undefined && inPlace('phoneLast4') === undefined ? failed.message : null} />
      <Button kind='primary' label='找到我的订单' busy={busy} busyLabel='正在找…' disabled={joinNumber.trim() === '' || phoneLast4.trim().length !== 4} onTap={() => void find()} />
    </ActionBar>
  )
  return (
    <Page bar={bar}>
      <Answered asked={shown} cards={1}>
        {groupBuy => (
          <>
            {!bound && <Which groupBuy={groupBuy} />}
            {bound
              ? <Mine groupBuy={groupBuy} found={found} />
              : asked
                ? (
                  <Card title='已经告诉团长了' tone='green'>
                    <View className='bind__explain'>这个团的手机号没有显示全，要团长点一下才能确认是您。确认以后，您买的东西会出现在首页，不用再填。</View>
                    <CallLeader community={groupBuy} label='打电话催一下' />
                    <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
                  </Card>
                )
                : locked
                  ? <Locked groupBuy={groupBuy} />
                  : (
                    <Card title='哪一单是您的？'>
                      <View className='bind__fields'>
                        <Field label='跟团号' value={joinNumber} type='text' most={20} hint='下单后团购里写着的那个号，比如 12' trouble={inPlace('joinNumber')} onChange={setJoinNumber} />
                        <Field label='手机号后四位' value={phoneLast4} type='number' most={4} trouble={inPlace('phoneLast4')} onChange={setPhoneLast4} />
                      </View>
                      <View className='bind__explain'>找不到跟团号，或者号码换了？团长能帮您查。</View>
                      <CallLeader community={groupBuy} />
                    </Card>
                  )}
            {!bound && <Products groupBuy={groupBuy} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Which({ groupBuy }: { groupBuy: Answers['showGroupBuy'] }): ReactNode {
  const now = useNow()
  return (
    <View>
      <View className='bind__title'>{groupBuy.title}</View>
      <View className='soft'>{groupBuy.communityName} · 团长{groupBuy.leaderName}</View>
      {groupBuy.arrivedAt !== null && <View className='soft'>{spoken(groupBuy.arrivedAt, now)}到货</View>}
    </View>
  )
}

function Products({ groupBuy }: { groupBuy: Answers['showGroupBuy'] }): ReactNode {
  if (groupBuy.products.length === 0) return null
  return (
    <Card title='这个团里有'>
      {groupBuy.products.map((p, i) => (
        <View className='bind__product' key={i}>
          <ProductTile title={p.title} size='small' />
          <View className='bind__words'>{p.title}{p.spec !== '' && <View className='soft small'>{p.spec}</View>}</View>
        </View>
      ))}
    </Card>
  )
}
