import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../../domain/clock/shanghai'
import { yuan } from '../../../../../domain/case/money'
import type { CommunityPage, Input } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Field } from '../../../../components/Field/Field'
import { Section } from '../../../../components/Section/Section'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { fenIn } from '../../../../words/fenIn'
import { draftOf, EMPTY_PART, PartFields, partOf, type PartDraft } from './PartFields'
import './Team.scss'

type Member = CommunityPage['team'][number]

const INVITED: Record<CommunityPage['invitations'][number]['role'], string> = { helper: '请帮手', helperLeader: '请帮卖团长', leader: '把小区交给别人', desk: '请平台' }

interface TeamProps {
  communityId: string
  pickupPoints: readonly string[]
  team: readonly Member[]
  invitations: CommunityPage['invitations']
  onInvite: (role: 'helper' | 'helperLeader' | 'leader') => void
  onChanged: (page: CommunityPage) => void
}

/** Who helps, with what they may do; the leader invites and removes them, and hands the community over. */
export function Team({ communityId, pickupPoints, team, invitations, onInvite, onChanged }: TeamProps): ReactNode {
  const [ending, setEnding] = useState<Member | null>(null)
  const { busy, failed, send, forget } = useSending()
  const [changing, setChanging] = useState<{ member: Member; typed: string; draft: PartDraft } | null>(null)
  const to = changing && changedTo(changing)
  const change = () => void send(async () => {
    if (changing === null || to === null) return
    onChanged(await call('changeMember', { communityId, memberId: changing.member.personId, to }))
    setChanging(null)
  })
  const isHelper = changing?.member.role === 'helper'
  const typedLimit = changing === null ? 0 : fenIn(changing.typed)
  const now = useNow()
  const revoke = (invitationId: string) => void send(async () => onChanged(await call('revokeRoleInvitation', { communityId, invitationId })))
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
            <Button label='改' spokenLabel={m.role === 'helper' ? `改${m.name}一件最多定多少` : `改${m.name}管哪些邻居`} onTap={() => setChanging({ member: m, typed: m.role === 'helper' ? (m.limit / 100).toFixed(2) : '', draft: m.role === 'helperLeader' ? draftOf(m.part) : EMPTY_PART })} />
            <Button label='去掉' spokenLabel={`去掉${m.name}`} onTap={() => setEnding(m)} />
          </View>
        ))}
        {invitations.map(i => (
          <View className='team__one' key={i.id}>
            <View><View className='team__name'>{INVITED[i.role]}</View><View className='soft small'>还没人点开，{spoken(i.expiresAt, now)}以前有效</View></View>
            <Button label='收回' spokenLabel={`收回${INVITED[i.role]}的邀请`} disabled={busy} onTap={() => revoke(i.id)} />
          </View>
        ))}
        {failed !== null && changing === null && ending === null && <Trouble words={failed.message} />}
        <View className='team__sheet'>
          <Button label='请一个帮手' onTap={() => onInvite('helper')} />
          <Button label='请一个帮卖团长' onTap={() => onInvite('helperLeader')} />
          <Button kind='quiet' label='把小区交给别人带' onTap={() => onInvite('leader')} />
        </View>
      </Card>
      <Sheet
        open={changing !== null} title={isHelper ? `「${changing?.member.name ?? ''}」一件最多定多少` : `「${changing?.member.name ?? ''}」管哪些邻居`} onClose={() => { setChanging(null); forget() }}
        bar={<><Trouble words={failed?.message} /><Button kind='primary' label='就这样' disabled={to === null} busy={busy} busyLabel='正在改…' onTap={change} /></>}
      >
        {changing && (isHelper
          ? <Field label='一件最多定多少钱' value={changing.typed} type='digit' unit='元' trouble={typeof typedLimit === 'string' ? typedLimit : undefined} onChange={typed => setChanging({ ...changing, typed })} />
          : <View className='team__sheet'><PartFields communityId={communityId} pickupPoints={pickupPoints} draft={changing.draft} onChange={draft => setChanging({ ...changing, draft })} /></View>)}
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

/** @returns null while it is not whole */
function changedTo({ member, typed, draft }: { member: Member; typed: string; draft: PartDraft }): Input<'changeMember'>['to'] | null {
  if (member.role === 'helper') {
    const limit = fenIn(typed)
    return typeof limit === 'number' && limit > 0 ? { role: 'helper', limit } : null
  }
  const part = partOf(draft)
  return part && { role: 'helperLeader', part }
}

function memberWords(m: Member): string {
  if (m.role === 'helper') return `帮手，一件最多定 ${yuan(m.limit)}`
  const parts = [...m.part.pickupPoints, ...m.part.numbers.map(n => `跟团号 ${n.from}–${n.to}`)]
  return `帮卖团长，只看：${parts.join('、')}`
}
