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
import { Portion } from '../../components/Portion/Portion'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Empty } from '../../components/States/Empty'
import { Loading } from '../../components/States/Loading'
import { Trouble } from '../../components/States/Trouble'
import { WarningBadge } from '../../components/WarningBadge/WarningBadge'
import { goOnlyTo } from '../../components/go'
import { useNow } from '../../components/useNow'
import { forgetKeptWords, useKeptWords } from '../../outbox/keptWords'
import { filingPage } from '../file/filingPage'
import { GroupBuyLink } from './GroupBuyLink'
import { Locked } from './Locked'
import { Mine, onlyLine } from './Mine'
import './index.scss'

const IN_PLACE = ['joinNumber', 'name', 'phoneLast4']

/** What the card in the chat group opens: that group-buy, and which of its orders are mine. */
export default function Bind(): ReactNode {
  const groupBuyId = groupBuyOf(useRouter().params)
  const shown = useAnswer('showGroupBuy', groupBuyId ? { groupBuyId } : null)
  const [joinNumber, setJoinNumber] = useKeptWords(groupBuyId ? `${groupBuyId}/joinNumber` : null)
  const [phoneLast4, setPhoneLast4] = useKeptWords(groupBuyId ? `${groupBuyId}/phone` : null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<CallFailed | null>(null)
  const [found, setFound] = useState(false)
  const [asked, setAsked] = useState<'phoneHidden' | 'crowded' | null>(null)
  const [byName, setByName] = useState(false)
  const [name, setName] = useKeptWords(groupBuyId ? `${groupBuyId}/name` : null)
  /** One more household, beside those that are known. */
  const [another, setAnother] = useState(false)
  const sending = useRef(false)
  // Asked of the first answer alone: who has just found their order, or comes back here, sees what there is.
  const [first, setFirst] = useState<Answers['showGroupBuy']>()
  if (!first && shown.data) setFirst(shown.data)
  const straight = first ? onlyLine(first) : null
  useEffect(() => {
    if (straight) void Taro.redirectTo({ url: filingPage(straight.orderId, straight.lineId) })
  }, [straight])

  if (!groupBuyId) return <Page><Empty title='没看到是哪个团' hint='请在群里点开团长发的团购卡片，或者把链接粘贴进来。' /><Card><GroupBuyLink /></Card><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Page>

  const who = (byName ? name : joinNumber).trim()
  const find = async () => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setFailed(null)
    try {
      const answer = await call('bindOrders', { groupBuyId, phoneLast4: phoneLast4.trim(), ...(byName ? { name: who } : { joinNumber: who }) })
      forgetKeptWords(`${groupBuyId}/joinNumber`)
      forgetKeptWords(`${groupBuyId}/name`)
      forgetKeptWords(`${groupBuyId}/phone`)
      refresh('whoAmI', 'residentHome', 'listHouseholds')
      if (answer.state === 'askedLeader') setAsked(answer.because)
      else {
        setFound(true)
        setAnother(false)
        await shown.again()
      }
    } catch (trouble) {
      setFailed(asCallFailed(trouble))
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  // With nothing of the one before: its number and digits would find it again.
  const anotherHousehold = () => {
    setJoinNumber('')
    setName('')
    setPhoneLast4('')
    setFailed(null)
    setAnother(true)
  }
  if (straight && !another) return <Page><Loading /></Page>
  const bound = !another && (found || (shown.data?.mine.length ?? 0) > 0)
  const locked = failed?.code === 'MANY_TRIES'
  const toAsk = shown.data !== undefined && !bound && asked === null && !locked
  const inPlace = (field: string) => (failed?.field === field ? failed.message : undefined)
  const bar = toAsk && (
    <ActionBar>
      <Trouble words={failed && !IN_PLACE.includes(failed.field ?? '') ? failed.message : null} />
      <Button kind='primary' label='找到我的订单' busy={busy} busyLabel='正在找…' disabled={who === '' || phoneLast4.trim().length !== 4} onTap={() => void find()} />
    </ActionBar>
  )
  return (
    <Page bar={bar}>
      <Answered asked={shown} cards={1}>
        {groupBuy => (
          <>
            {!bound && <Which groupBuy={groupBuy} />}
            {!bound && groupBuy.products.map((p, i) => p.warning && <WarningBadge alone key={i} title={p.title} warningId={p.warning.warningId} />)}
            {bound
              ? <><Mine groupBuy={groupBuy} found={found} /><Button kind='quiet' label='再认领一家（爸妈家、帮邻居看）' onTap={anotherHousehold} /></>
              : asked !== null
                ? (
                  <Card title='已经告诉团长了' tone='green'>
                    <View className='bind__explain'>{asked === 'crowded' ? '今天在这个团认领的人太多，要团长点一下才能确认。填对了的，团长那里能看到；要是怕填错了，打电话说一声最快。' : '这个团的手机号没有显示全，要团长点一下才能确认是您。'}确认以后，您买的东西会出现在首页，不用再填。</View>
                    <CallLeader community={groupBuy} label='打电话催一下' />
                    <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
                  </Card>
                )
                : locked
                  ? <Locked groupBuy={groupBuy} />
                  : (
                    <Card title='哪一单是您的？'>
                      <View className='bind__fields'>
                        {byName
                          ? <Field label='名字，或者姓' value={name} type='text' most={30} hint='下单时写的名字，只写姓也行，比如 王' trouble={inPlace('name') ?? inPlace('joinNumber')} onChange={setName} />
                          : <Field label='跟团号' value={joinNumber} type='text' most={20} hint='下单后团购里写着的那个号，比如 12' trouble={inPlace('joinNumber')} onChange={setJoinNumber} />}
                        <Field label='手机号后四位' value={phoneLast4} type='number' most={4} trouble={inPlace('phoneLast4')} onChange={setPhoneLast4} />
                      </View>
                      <Button kind='quiet' label={byName ? '用跟团号找' : '不记得跟团号？用名字找'} onTap={() => { setByName(!byName); setFailed(null) }} />
                      <View className='bind__explain'>都找不到，或者号码换了？团长能帮您查。</View>
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

/** Pictures at first; a group-buy may have a hundred. */
const FIRST_PRODUCTS = 9

/** What was bought, as pictures: that this is the right group-buy is seen before anything is typed. */
function Products({ groupBuy: { products } }: { groupBuy: Answers['showGroupBuy'] }): ReactNode {
  if (products.length === 0) return null
  return (
    <Card title='这个团里有'>
      <Portion of={products} first={FIRST_PRODUCTS} more={left => `看其他的（还有 ${left} 样）`}>
        {some => (
          <View className='bind__products'>
            {some.map((p, i) => (
              <View className='bind__product' key={i}>
                <View className='bind__picture'><ProductTile title={p.title} size='wall' /></View>
                <View className='bind__words'>{p.title}{p.spec !== '' && <View className='soft small'>{p.spec}</View>}</View>
              </View>
            ))}
          </View>
        )}
      </Portion>
    </Card>
  )
}

/** A card names the group-buy; a mini-program code carries it as its scene, which is all a code has room for. */
function groupBuyOf({ groupBuy, scene }: Partial<Record<string, string>>): string | undefined {
  return groupBuy ?? (scene === undefined || scene === '' ? undefined : decodeURIComponent(scene))
}
