import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { CommunityPage } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Field } from '../../../../components/Field/Field'
import { Section } from '../../../../components/Section/Section'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { fenIn } from '../../../../words/fenIn'
import './Team.scss'

type Member = CommunityPage['team'][number]

interface TeamProps {
  communityId: string
  team: readonly Member[]
  onInvite: (role: 'helper' | 'helperLeader' | 'leader') => void
  onChanged: (page: CommunityPage) => void
}

/** Who helps, with what they may do; the leader invites and removes them, and hands the community over. */
export function Team({ communityId, team, onInvite, onChanged }: TeamProps): ReactNode {
  const [ending, setEnding] = useState<Member | null>(null)
  const { busy, failed, send, forget } = useSending()
  const [changing, setChanging] = useState<{ member: Member; typed: string } | null>(null)
  const limit = changing === null ? 0 : fenIn(changing.typed)
  const change = () => void send(async () => {
    if (changing === null || typeof limit !== 'number') return
    onChanged(await call('changeMember', { communityId, memberId: changing.member.personId, to: { role: 'helper', limit } }))
    setChanging(null)
  })
  const close = () => { setEnding(null); forget() }
  const end = (member: Member) => void send(async () => {
    onChanged(await call('removeFromTeam', { communityId, memberId: member.personId }))
    setEnding(null)
  })
  return (
    <Section title='一起带团的人'>
      <Card>
        {team.length === 0 && <View className='soft'>现在只有您一个人。</View>}
        {team.map(m => (
          <View className='team__one' key={m.personId}>
            <View><View className='team__name'>{m.name}</View><View className='soft small'>{memberWords(m)}</View></View>
            {m.role === 'helper' && <Button label='改' spokenLabel={`改${m.name}一件最多定多少`} onTap={() => setChanging({ member: m, typed: (m.limit / 100).toFixed(2) })} />}
            <Button label='去掉' spokenLabel={`去掉${m.name}`} onTap={() => setEnding(m)} />
          </View>
        ))}
        <View className='team__sheet'>
          <Button label='请一个帮手' onTap={() => onInvite('helper')} />
          <Button label='请一个帮卖团长' onTap={() => onInvite('helperLeader')} />
          <Button kind='quiet' label='把小区交给别人带' onTap={() => onInvite('leader')} />
        </View>
      </Card>
      <Sheet
        open={changing !== null} title={`「${changing?.member.name ?? ''}」一件最多定多少`} onClose={() => { setChanging(null); forget() }}
        bar={<><Trouble words={failed?.message} /><Button kind='primary' label='就这样' disabled={typeof limit !== 'number' || limit < 1} busy={busy} busyLabel='正在改…' onTap={change} /></>}
      >
        <Field label='一件最多定多少钱' value={changing?.typed ?? ''} type='digit' unit='元' trouble={typeof limit === 'string' ? limit : undefined} onChange={typed => setChanging(before => before && { ...before, typed })} />
      </Sheet>
      <Sheet
        open={ending !== null} title={`去掉「${ending?.name ?? ''}」？`} onClose={close}
        bar={ending && <><Trouble words={failed?.message} /><Button kind='danger' label='去掉' busy={busy} busyLabel='正在去掉…' onTap={() => end(ending)} /><Button kind='quiet' label='先留着' onTap={close} /></>}
      >
        <View>马上就看不到、也定不了了。他以前定过的事都还在，写着是他定的。</View>
      </Sheet>
    </Section>
  )
}

function memberWords(m: Member): string {
  if (m.role === 'helper') return `帮手，一件最多定 ${yuan(m.limit)}`
  const parts = [...m.part.pickupPoints, ...m.part.numbers.map(n => `跟团号 ${n.from}–${n.to}`)]
  return `帮卖团长，只看：${parts.join('、')}`
}
