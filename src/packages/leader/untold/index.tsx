import { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { IntakeChannel } from '../../../../domain/case/onBehalf'
import { useAnswer } from '../../../cloud/useAnswer'
import { useTogether } from '../../../cloud/useTogether'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Portion } from '../../../components/Portion/Portion'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Empty } from '../../../components/States/Empty'
import { householdWords } from '../parts/behalf/householdWords'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'
import { DecidedTogether } from '../parts/DecidedTogether'
import { ShareSheet } from '../../../components/ShareSheet/ShareSheet'
import { groupUntold, type UntoldHousehold } from '../parts/untold/groupUntold'
import { TellSheet } from '../parts/untold/TellSheet'
import { UntoldCard } from '../parts/untold/UntoldCard'
import { UntoldRow } from '../parts/untold/UntoldRow'
import { shareFor, shareForAll, type UntoldShare } from '../parts/untold/untoldShare'

/** Drawn at first: a phone draws a hundred rows slowly. */
const FIRST = 20
/** Cases that one word is put down for; more wait for the next. */
const MOST_AT_ONCE = 500

/** Who could not be told: one card for a whole group, or what was told by hand, put down for many at once. */
export default function UntoldList(): ReactNode {
  const leading = useCommunity()
  const communityId = leading.community?.communityId ?? ''
  const asked = useAnswer('listUntold', leading.community && { communityId })
  const together = useTogether(`untold.${communityId}`)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [alone, setAlone] = useState<UntoldHousehold | null>(null)
  const [sharing, setSharing] = useState<UntoldShare | null>(null)
  const [telling, setTelling] = useState<UntoldHousehold[] | null>(null)
  useShareAppMessage(() => sharing ?? { title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })

  const groups = groupUntold(asked.data?.cases ?? [])
  const all = groups.flatMap(g => g.households)
  const chosen = all.filter(h => picked.has(h.orderId))
  const deciding = together.view !== null || together.working
  const toggle = (id: string) => setPicked(before => new Set(before.has(id) ? [...before].filter(p => p !== id) : [...before, id]))
  const tell = (households: readonly UntoldHousehold[], how: IntakeChannel) => {
    setTelling(null)
    setPicked(new Set())
    const cases = households.flatMap(h => h.cases).slice(0, MOST_AT_ONCE)
    together.decide({ communityId, step: { type: 'tell', how }, cases: cases.map(({ caseId, seen }) => ({ caseId, seen })) })
  }
  return (
    <Page
      bar={deciding || together.trouble ? <DecidedTogether together={together} bar /> : all.length > 0 && (
        <ActionBar row>
          <Button label={chosen.length === all.length ? '都不选' : `全选 ${all.length} 户`} onTap={() => setPicked(new Set(chosen.length === all.length ? [] : all.map(h => h.orderId)))} />
          <Button kind='primary' label={chosen.length === 0 ? '告诉过谁，勾一下' : `${chosen.length} 户已经告诉了`} disabled={chosen.length === 0} onTap={() => setTelling(chosen)} />
        </ActionBar>
      )}
    >
      <ForLeaders leading={leading}>
        {() => (
          <>
            <CommunityBar leading={leading} />
            {deciding ? <DecidedTogether together={together} /> : (
              <Answered asked={asked}>
                {() => (groups.length === 0
                  ? <Empty title='都告诉到了' hint='处理了什么、退了多少，邻居们都看到了。' />
                  : groups.map(group => (
                    <Card key={group.groupBuyId} title={group.groupBuyTitle}>
                      <Button kind='primary' label={`发一张卡片到群里，${group.households.length} 户一次看到`} onTap={() => setSharing(shareForAll(group))} />
                      <Portion of={group.households} first={FIRST} more={left => `看剩下的 ${left} 户`}>
                        {some => <>{some.map(h => <UntoldRow key={h.orderId} household={h} picked={picked.has(h.orderId)} onToggle={() => toggle(h.orderId)} onAlone={() => setAlone(h)} />)}</>}
                      </Portion>
                    </Card>
                  )))}
              </Answered>
            )}
          </>
        )}
      </ForLeaders>
      <Sheet open={alone !== null} title={alone ? householdWords(alone) : ''} onClose={() => setAlone(null)}>
        {alone?.cases.map(untold => (
          <UntoldCard
            key={untold.caseId} untold={untold}
            onShare={() => { setAlone(null); setSharing(shareFor(untold)) }}
            onTold={() => { setAlone(null); setTelling([{ ...alone, cases: [untold] }]) }}
          />
        ))}
      </Sheet>
      <ShareSheet open={sharing !== null} title='转发' share={sharing} onClose={() => setSharing(null)}><View>{sharing?.says}</View></ShareSheet>
      {telling && <TellSheet key={telling.map(h => h.orderId).join()} who={whoAmong(telling)} onClose={() => setTelling(null)} onTell={how => tell(telling, how)} />}
    </Page>
  )
}

function whoAmong(households: readonly UntoldHousehold[]): string {
  const [first] = households
  return households.length === 1 && first ? householdWords(first) : `这 ${households.length} 户`
}
