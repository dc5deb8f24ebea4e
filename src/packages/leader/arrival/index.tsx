import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import type { Answers, Input } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { useNow } from '../../../components/useNow'
import { CountProduct, type Count } from '../parts/arrival/CountProduct'
import { keepCounts, openCounts, type Counts } from '../parts/arrival/countDraft'
import { Pickups } from '../parts/arrival/Pickups'
import './index.scss'

type Arrival = Answers['showArrival']

/** 到货清点: ordered, arrived, damaged, before anybody picks up. What is found here nobody has to prove at home. */
export default function ArrivalPage(): ReactNode {
  const groupBuyId = useRouter().params.groupBuy ?? null
  const asked = useAnswer('showArrival', groupBuyId === null ? null : { groupBuyId })
  const { busy, failed, send } = useSending()
  const [counts, setCounts] = useState<Counts>(() => (groupBuyId === null ? new Map() : openCounts(groupBuyId)))
  /** The id of what is being sent, for as long as it is the same: a lost answer counts once. */
  const [drawn, setDrawn] = useState<{ what: string; checkId: string } | null>(null)
  if (groupBuyId === null) return <Page><Empty title='没看到是哪个团'><Button kind='primary' label='回我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>

  const put = (change: (before: Counts) => Counts) => setCounts(before => {
    const next = change(before)
    keepCounts(groupBuyId, next)
    return next
  })
  const { data } = asked
  const open = data?.products.filter(p => p.ordered > 0) ?? []
  const counted = open.filter(p => counts.has(p.productId))
  const waiting = counted.some(p => (counts.get(p.productId)?.sending ?? 0) > 0)
  const photoMissing = counted.find(p => { const c = counts.get(p.productId); return c !== undefined && c.damaged > 0 && c.photos.length === 0 })
  const keep = (checks: Input<'checkArrival'>['checks']) => void send(async () => {
    const what = JSON.stringify(checks)
    const checkId = drawn?.what === what ? drawn.checkId : drawId()
    setDrawn({ what, checkId })
    await call('checkArrival', { groupBuyId, checkId, checks })
    put(() => new Map())
    setDrawn(null)
    refresh('listGroupBuys', 'showLine')
    await asked.again()
  })
  const rest = open.filter(p => p.check === null && !counts.has(p.productId))
  return (
    <Page
      wide
      bar={data && open.length > 0 && (
        <ActionBar>
          <Trouble words={failed?.message} />
          {data.arrivedAt === null && <View className='soft small'>记下以后，这个团就算已到货，邻居看得到可以取了。</View>}
          {counted.length > 0 && (
            <Button
              kind='primary' busy={busy} busyLabel='正在记…' disabled={waiting || photoMissing !== undefined}
              label={waiting ? '等照片传完…' : photoMissing ? `给「${photoMissing.title}」拍张整箱的` : `记下这 ${counted.length} 样`}
              onTap={() => keep(counted.map(p => checkOf(p.productId, counts.get(p.productId) ?? goodCount(p.ordered))))}
            />
          )}
          {counted.length === 0 && rest.length > 0 && <Button kind='primary' busy={busy} busyLabel='正在记…' label={`${rest.length === open.length ? '' : '其余 '}${rest.length} 样都到齐了，没坏`} onTap={() => keep(rest.map(p => checkOf(p.productId, goodCount(p.ordered))))} />}
        </ActionBar>
      )}
    >
      <Answered asked={asked}>
        {arrival => (
          <View className='arrival'>
            <Head arrival={arrival} />
            {arrival.products.every(p => p.ordered === 0) && <Empty title='这个团没有要清点的' hint='订单都取消或退了。'><Button kind='primary' label='回我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty>}
            <Section title='少了的、坏了的，改一下数'>
              {open.map(p => (
                <CountProduct
                  key={p.productId} product={p} links={arrival.photoLinks} count={counts.get(p.productId) ?? null}
                  onChange={count => put(before => new Map(before).set(p.productId, count))}
                />
              ))}
            </Section>
            {arrival.arrivedAt !== null && <Pickups groupBuyId={groupBuyId} pickups={arrival.pickups} onChanged={() => void asked.again()} />}
          </View>
        )}
      </Answered>
    </Page>
  )
}

function Head({ arrival }: { arrival: Arrival }): ReactNode {
  const now = useNow()
  return (
    <Card {...(arrival.arrivedAt === null ? {} : { tone: 'green' as const })}>
      <View>{arrival.title}</View>
      <View>{arrival.arrivedAt === null ? '邻居来取之前数一数。这里记下少的、坏的，邻居就不用一家家拍照片。' : `✓ ${spoken(arrival.arrivedAt, now)}到货`}</View>
    </Card>
  )
}

function goodCount(ordered: number): Count {
  return { arrived: ordered, damaged: 0, photos: [], sending: 0, bearer: 'supplier' }
}

function checkOf(productId: string, { arrived, damaged, photos, bearer }: Count): Input<'checkArrival'>['checks'][number] {
  return { productId, arrived, damaged, photos, bearer }
}
