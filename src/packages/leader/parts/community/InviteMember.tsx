import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { Input } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { useAnswer } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { Trouble } from '../../../../components/States/Trouble'
import { Tap } from '../../../../components/Tap/Tap'
import { PickOne } from '../../../../components/PickOne/PickOne'
import { useNow } from '../../../../components/useNow'
import { fenIn } from '../../../../words/fenIn'
import { ShareSheet, type Share } from '../groupBuys/ShareSheet'
import './Team.scss'
import './Hours.scss'

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

const TITLES: Record<To['role'], string> = { helper: '请一个帮手', helperLeader: '请一个帮卖团长', leader: '把小区交给别人带' }
const SAYS: Record<To['role'], string> = {
  helper: '家里人、搭档：能看能定，跟您一样，只是定的钱不超过您说的数。不能请人、去人，也不能把小区交给别人。',
  helperLeader: '帮您卖的人：只看归他管的那些邻居反映了什么，不能定，也不能记退款，钱由您退。',
  leader: '对方点开接受以后，这个小区就归他带：订单、没办完的事都归他。您还是这里的邻居，自己买的还在。',
}

/** What somebody is invited for, then the one-time card for them. */
export function InviteMember({ communityId, communityName, pickupPoints, role, share, onMade, onClose }: InviteMemberProps): ReactNode {
  const now = useNow()
  const { busy, failed, send } = useSending()
  const [typed, setTyped] = useState('50')
  const [points, setPoints] = useState<readonly string[]>([])
  const [range, setRange] = useState<{ groupBuyId: string; from: string; to: string }>({ groupBuyId: '', from: '', to: '' })
  const [until, setUntil] = useState<number | null>(null)
  const { data: rounds } = useAnswer('listGroupBuys', role === 'helperLeader' ? { communityId } : null)
  const limit = fenIn(typed)
  const to = toOf(role, limit, points, range)
  const make = (wanted: To) => void send(async () => {
    const { token, expiresAt } = await call('inviteToCommunity', { communityId, to: wanted })
    setUntil(expiresAt)
    onMade({ title: `${communityName}团长请您${role === 'helper' ? '来帮手' : role === 'helperLeader' ? '来帮卖' : '接着带团'}`, path: `/packages/leader/join/index?token=${token}` })
  })
  return (
    <ShareSheet open title={TITLES[role]} share={share} onClose={onClose}>
      <View className='team__sheet'>
        <View>{SAYS[role]}</View>
        {share === null && role === 'helper' && <Field label='一件最多定多少钱' value={typed} type='digit' unit='元' trouble={typeof limit === 'string' ? limit : undefined} onChange={setTyped} />}
        {share === null && role === 'helperLeader' && (
          <>
            {pickupPoints.length > 0 && (
              <>
                <View>归他管的自提点</View>
                <View className='hours__tiles'>
                  {pickupPoints.map(p => {
                    const chosen = points.includes(p)
                    return <Tap key={p} role='checkbox' picked={chosen} className={`hours__hour${chosen ? ' hours__hour--chosen' : ''}`} label={`${p}${chosen ? '，已选' : ''}`} onTap={() => setPoints(chosen ? points.filter(x => x !== p) : [...points, p])}>{p}{chosen && ' ✓'}</Tap>
                  })}
                </View>
              </>
            )}
            <View>{pickupPoints.length > 0 ? '或者按跟团号（可以不填）' : '归他管的跟团号'}</View>
            <PickOne what='团' choices={(rounds?.groupBuys ?? []).map(g => ({ value: g.id, label: g.title }))} value={range.groupBuyId === '' ? null : range.groupBuyId} onChoose={groupBuyId => setRange({ ...range, groupBuyId })} />
            <Field label='从几号' value={range.from} type='number' most={5} onChange={from => setRange({ ...range, from })} />
            <Field label='到几号' value={range.to} type='number' most={5} onChange={end => setRange({ ...range, to: end })} />
          </>
        )}
        <Trouble words={failed?.message} />
        {share === null && <Button kind='primary' label='做一张邀请' disabled={to === null} busy={busy} busyLabel='正在做…' onTap={() => { if (to) make(to) }} />}
        {share === null && <Button kind='quiet' label='先不请' onTap={onClose} />}
        {share !== null && until !== null && <View className='amber'>只能用一次，{spoken(until, now)}以前有效（一天）。只发给他本人，别发到群里。</View>}
      </View>
    </ShareSheet>
  )
}

/** @returns null while something is missing */
function toOf(role: To['role'], limit: number | string, pickupPoints: readonly string[], range: { groupBuyId: string; from: string; to: string }): To | null {
  switch (role) {
    case 'leader': return { role }
    case 'helper': return typeof limit === 'number' && limit > 0 ? { role, limit } : null
    case 'helperLeader': {
      const [from, to] = [Number(range.from), Number(range.to)]
      const numbers = range.groupBuyId !== '' && from >= 1 && to >= from ? [{ groupBuyId: range.groupBuyId, from, to }] : []
      return pickupPoints.length + numbers.length > 0 ? { role, part: { pickupPoints: [...pickupPoints], numbers } } : null
    }
  }
}
