import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { Input } from '../../../../../domain/contract/calls'
import type { Part } from '../../../../../domain/people/team'
import { call } from '../../../../cloud/call'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { fenIn } from '../../../../words/fenIn'
import { EMPTY_PART, PartFields, partOf } from './PartFields'
import { ShareSheet, type Share } from '../../../../components/ShareSheet/ShareSheet'
import './Team.scss'

type To = Input<'inviteToCommunity'>['to']

interface InviteMemberProps {
  communityId: string
  communityName: string
  pickupPoints: readonly string[]
  role: To['role']
  /** The card, once it is made: the page shares it. */
  share: Share | null
  onMade: (share: Share) => void
  onClose: () => void
}

const TITLES: Record<To['role'], string> = { helper: '请一个帮手', helperLeader: '请一个帮卖团长', leader: '把小区交给别人带', desk: '请一个平台' }
const SAYS: Record<To['role'], string> = {
  helper: '家里人、搭档：能看能定，跟您一样，只是定的钱不超过您说的数。不能请人、去人，也不能把小区交给别人。',
  helperLeader: '帮您卖的人：只看归他管的那些邻居反映了什么，不能定，也不能记退款，钱由您退。',
  leader: '对方点开接受以后，这个小区就归他带：订单、没办完的事都归他。您还是这里的邻居，自己买的还在。',
  desk: '公司或平台的客服：跟您一样看得到、能定，电话、公众号、网页来的也由他们报上来；邻居不服您定的，由他们再看一遍。对方点开后写上平台名称就开始，您随时能结束。',
}

const INVITES: Record<To['role'], string> = { helper: '来帮手', helperLeader: '来帮卖', leader: '接着带团', desk: '的平台来管售后' }

/** What somebody is invited for, then the one-time card for them. */
export function InviteMember({ communityId, communityName, pickupPoints, role, share, onMade, onClose }: InviteMemberProps): ReactNode {
  const now = useNow()
  const { busy, failed, send } = useSending()
  const [typed, setTyped] = useState('50')
  const [draft, setDraft] = useState(EMPTY_PART)
  const [until, setUntil] = useState<number | null>(null)
  const limit = fenIn(typed)
  const to = toOf(role, limit, partOf(draft))
  const make = (wanted: To) => void send(async () => {
    const { token, expiresAt } = await call('inviteToCommunity', { communityId, to: wanted })
    setUntil(expiresAt)
    onMade({ title: `${communityName}团长请您${INVITES[role]}`, path: `/packages/${role === 'desk' ? 'operator' : 'leader'}/join/index?token=${token}` })
  })
  return (
    <ShareSheet open title={TITLES[role]} share={share} onClose={onClose}>
      <View className='team__sheet'>
        <View>{SAYS[role]}</View>
        {share === null && role === 'helper' && <Field label='一件最多定多少钱' value={typed} type='digit' unit='元' trouble={typeof limit === 'string' ? limit : undefined} onChange={setTyped} />}
        {share === null && role === 'helperLeader' && <PartFields communityId={communityId} pickupPoints={pickupPoints} draft={draft} onChange={setDraft} />}
        <Trouble words={failed?.message} />
        {share === null && <Button kind='primary' label='做一张邀请' disabled={to === null} busy={busy} busyLabel='正在做…' onTap={() => { if (to) make(to) }} />}
        {share === null && <Button kind='quiet' label='先不请' onTap={onClose} />}
        {share !== null && until !== null && <View className='amber'>只能用一次，{spoken(until, now)}以前有效（一天）。只发给他本人，别发到群里。</View>}
      </View>
    </ShareSheet>
  )
}

/** @returns null while something is missing */
function toOf(role: To['role'], limit: number | string, part: Part | null): To | null {
  switch (role) {
    case 'leader': case 'desk': return { role }
    case 'helper': return typeof limit === 'number' && limit > 0 ? { role, limit } : null
    case 'helperLeader': return part && { role, part }
  }
}
