import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { call } from '../../../cloud/call'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Members } from '../../../components/Members/Members'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { go, goOnlyTo } from '../../../components/go'
import { CASES } from '../parts/whereTo'

/** Who answers for the supplier together with this person, and who asks to. */
export default function SupplierPeople(): ReactNode {
  const supplierId = useRouter().params.supplier
  const asked = useAnswer('showSupplier', supplierId ? { supplierId } : null)
  const { busy, failed, send } = useSending()
  const [leaving, setLeaving] = useState(false)
  if (!supplierId) return <Page><Empty title='没看到是哪家'><Button kind='primary' label='去看要回话的' onTap={() => goOnlyTo(CASES)} /></Empty></Page>
  const leave = (memberId: string) => void send(async () => {
    await call('removeMember', { supplierId, memberId })
    refresh('whoAmI', 'supplierCases')
    goOnlyTo('/pages/home/index')
  })
  const answer = (requestId: string, yes: boolean) => void send(async () => {
    await call('answerJoin', { requestId, yes })
    refresh('showSupplier')
  })
  return (
    <Page>
      <Answered asked={asked} cards={2}>
        {({ name, members, asking }) => (
          <>
            <Card title={`替「${name}」回话的人`}><Members members={members} asking={asking} busy={busy} onAnswer={answer} /></Card>
            <Trouble words={failed?.message} />
            {leaving && <Leaving name={name} busy={busy} said={failed?.message ?? null} onStay={() => setLeaving(false)} onLeave={() => { const me = members.find(m => m.me); if (me) leave(me.id) }} />}
            {members.some(m => m.me) && <Button label='微信收不到时，还发到哪里' onTap={() => go(`/packages/channels/index?supplier=${supplierId}`)} />}
            {!leaving && members.some(m => m.me) && <Button kind='quiet' label='我不再替这家回话' onTap={() => setLeaving(true)} />}
            <Card>要请同事一起，把团长发给您的链接转给他，他点开后您在这里点同意。谁不该再看，请团长移出。</Card>
          </>
        )}
      </Answered>
    </Page>
  )
}

/** Giving it up is asked about once: coming back takes a new link. */
function Leaving({ name, busy, said, onStay, onLeave }: { name: string; busy: boolean; said: string | null; onStay: () => void; onLeave: () => void }): ReactNode {
  return (
    <Card title={`不再替「${name}」回话？`} tone='amber'>
      <View>马上就看不到这家的事了，也收不到消息；要回来，得请团长再发链接。</View>
      <Trouble words={said} />
      <Button kind='danger' label='不再回话' busy={busy} busyLabel='正在办…' onTap={onLeave} />
      <Button kind='quiet' label='先留着' onTap={onStay} />
    </Card>
  )
}
