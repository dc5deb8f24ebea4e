import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { call } from '../../../cloud/call'
import { useMe } from '../../../cloud/me'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { CaseCard } from '../../../components/CaseCard/CaseCard'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Page } from '../../../components/Page/Page'
import { Portion } from '../../../components/Portion/Portion'
import { RoleSwitch } from '../../../components/RoleSwitch/RoleSwitch'
import { Empty } from '../../../components/States/Empty'
import { go, goOnlyTo } from '../../../components/go'
import { LeaveSheet } from '../parts/community/LeaveSheet'

const FIRST = 50

/** What the neighbours of a helper leader reported, and where each stands; the seller decides and refunds. */
export default function Gathered(): ReactNode {
  const me = useMe()
  const [chosen, setChosen] = useState<string | null>(null)
  const places = me.data?.gathers ?? []
  const place = places.find(p => p.communityId === chosen) ?? places[0] ?? null
  const asked = useAnswer('gatheredCases', place && { communityId: place.communityId })
  const [leaving, setLeaving] = useState(false)
  const { busy, failed, send, forget } = useSending()
  const leave = (communityId: string) => void send(async () => {
    await call('leaveRole', { communityId })
    setLeaving(false)
    refresh('whoAmI')
  })
  return (
    <Page wide>
      <RoleSwitch here='gatherer' />
      <Answered asked={me}>
        {() => (place === null
          ? <Empty title='您现在没有帮哪个小区卖' hint='请团长发一个邀请给您。'><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty>
          : (
            <>
              {places.length > 1 && <ChoiceTiles columns={2} value={place.communityId} choices={places.map(p => ({ value: p.communityId, label: p.name }))} onChoose={setChosen} />}
              <View className='soft'>{place.name}：归您管的邻居反映的。怎么处理、退钱，由团长来。</View>
              <Answered asked={asked}>
                {({ cards, photoLinks }) => (cards.length === 0
                  ? <Empty title='还没有邻居反映' hint='有了会出现在这里。' />
                  : <Portion of={cards} first={FIRST} more={left => `看更早的（还有 ${left} 件）`}>{some => some.map(c => <CaseCard key={c.id} card={c} photo={c.photo === null ? undefined : photoLinks[c.photo]} onTap={() => go(`/packages/leader/case/index?id=${c.id}`)} />)}</Portion>)}
              </Answered>
              <Button kind='quiet' label={`不帮${place.name}卖了`} onTap={() => setLeaving(true)} />
              <LeaveSheet open={leaving} title={`不帮${place.name}卖了？`} busy={busy} said={failed?.message} onLeave={() => leave(place.communityId)} onClose={() => { setLeaving(false); forget() }}>
                邻居反映的，您这里就看不到了，团长照样处理。想再帮，要团长重新请您。
              </LeaveSheet>
            </>
          ))}
      </Answered>
    </Page>
  )
}
