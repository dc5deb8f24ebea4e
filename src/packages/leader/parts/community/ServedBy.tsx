import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CommunityPage } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { refresh } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Section } from '../../../../components/Section/Section'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'

interface ServedByProps {
  communityId: string
  desk: CommunityPage['desk']
  onInvite: () => void
  onChanged: (page: CommunityPage) => void
}

/** 平台: which desk serves the community; the leader invites one, and ends its service. */
export function ServedBy({ communityId, desk, onInvite, onChanged }: ServedByProps): ReactNode {
  const [ending, setEnding] = useState(false)
  const { busy, failed, send, forget } = useSending()
  const close = () => { setEnding(false); forget() }
  const end = () => void send(async () => {
    onChanged(await call('endDesk', { communityId }))
    refresh('residentHome')
    setEnding(false)
  })
  return (
    <Section title='平台'>
      <Card>
        <View>{desk === null ? '现在没有平台：邻居不服您定的，小程序里没有别人能再看一遍，只告诉他们 12315。' : `「${desk.name}」在帮这个小区：邻居反映的他们看得到、能定，不服您定的由他们再看一遍。`}</View>
        {desk === null ? <Button label='请一个平台' onTap={onInvite} /> : <Button kind='quiet' label='不要平台了' onTap={() => setEnding(true)} />}
      </Card>
      <Sheet
        open={ending} title={`不要「${desk?.name ?? ''}」了？`} onClose={close}
        bar={<><Trouble words={failed?.message} /><Button kind='danger' label='结束' busy={busy} busyLabel='正在结束…' onTap={end} /><Button kind='quiet' label='先留着' onTap={close} /></>}
      >
        <View>平台的人马上就看不到、也定不了了。他们以前定过的都还在，照旧算数。</View>
      </Sheet>
    </Section>
  )
}
