import { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useRef, useState, type ReactNode } from 'react'
import type { IntakeChannel } from '../../../../domain/case/onBehalf'
import { INTAKE_CODES, TOLD_BY } from '../../../../domain/case/onBehalf'
import type { Untold } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Page } from '../../../components/Page/Page'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'
import { ShareSheet, type Share } from '../parts/groupBuys/ShareSheet'
import { householdWords } from '../parts/behalf/householdWords'
import { UntoldCard } from '../parts/untold/UntoldCard'

/** Drawn at first: a phone draws a hundred cards slowly. */
const FIRST = 20

/** Who could not be told, with a card to send by hand. */
export default function UntoldList(): ReactNode {
  const leading = useCommunity()
  const asked = useAnswer('listUntold', leading.community && { communityId: leading.community.communityId })
  const [sharing, setSharing] = useState<Untold | null>(null)
  const [telling, setTelling] = useState<Untold | null>(null)
  const [all, setAll] = useState(false)
  const share = sharing && cardFor(sharing)
  useShareAppMessage(() => share ?? { title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })
  return (
    <Page>
      <ForLeaders leading={leading}>
        {() => (
          <>
            <CommunityBar leading={leading} />
            <Answered asked={asked}>
              {({ cases }) => (cases.length === 0
                ? <Empty title='都告诉到了' hint='处理了什么、退了多少，邻居们都看到了。' />
                : (
                  <>
                    {cases.slice(0, all ? cases.length : FIRST).map(untold => <UntoldCard key={untold.caseId} untold={untold} onShare={() => setSharing(untold)} onTold={() => setTelling(untold)} />)}
                    {!all && cases.length > FIRST && <Button label={`看剩下的 ${cases.length - FIRST} 件`} onTap={() => setAll(true)} />}
                  </>
                ))}
            </Answered>
          </>
        )}
      </ForLeaders>
      <ShareSheet open={sharing !== null} title='转发给他' share={share} onClose={() => setSharing(null)}>
        <View>{sharing?.bound ? '他点开就是这件事。' : '他点开，填跟团号和手机尾号，就能看到这件事。'}</View>
      </ShareSheet>
      {telling && <TellSheet key={telling.caseId} untold={telling} onClose={() => setTelling(null)} />}
    </Page>
  )
}

/** Says no name and no sum: a card may end up in the group. */
function cardFor({ bound, caseId, groupBuyId, title }: Untold): Share {
  return { title: `${title}的售后有消息了，点开看`, path: bound ? `/pages/case/index?id=${caseId}` : `/pages/bind/index?groupBuy=${encodeURIComponent(groupBuyId)}` }
}

function TellSheet({ untold, onClose }: { untold: Untold; onClose: () => void }): ReactNode {
  const [how, setHow] = useState<IntakeChannel | null>(null)
  const { busy, failed, send } = useSending()
  // Drawn once: told twice is told once.
  const commandId = useRef(drawId())
  const tell = async (said: IntakeChannel) => {
    const done = await send(async () => {
      await call('actOnCase', { caseId: untold.caseId, commandId: commandId.current, seen: untold.seen, as: 'leader', command: { type: 'tell', how: said } })
      refresh('listUntold')
    })
    if (done) onClose()
  }
  return (
    <Sheet open title={`怎么告诉${householdWords(untold)}的`} onClose={onClose} bar={<><Trouble words={failed?.message} /><Button kind='primary' label='记下来' disabled={how === null} busy={busy} busyLabel='正在记…' onTap={() => { if (how !== null) void tell(how) }} /></>}>
      <ChoiceTiles value={how} choices={INTAKE_CODES.map(value => ({ value, label: TOLD_BY[value] }))} onChoose={setHow} />
    </Sheet>
  )
}
