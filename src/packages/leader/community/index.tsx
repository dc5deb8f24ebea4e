import { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { ClocksPreview, CommunityPage } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Done } from '../../../components/States/Done'
import { LeftChanges } from '../../../components/States/LeftChanges'
import { Trouble } from '../../../components/States/Trouble'
import { go, goOnlyTo } from '../../../components/go'
import { useKeptChanges } from '../../../outbox/keptChanges'
import { PreviewSheet } from '../parts/clocks/PreviewSheet'
import { CommunityFields, isInPlace, writtenPoints } from '../parts/community/CommunityFields'
import { hasOtherHours, onTopOf, saidOf, type CommunityDraft, type Said } from '../parts/community/communityDraft'
import { ForLeaders } from '../parts/community/ForLeaders'
import { Hours } from '../parts/community/Hours'
import { InviteMember } from '../parts/community/InviteMember'
import { LeaveSheet } from '../parts/community/LeaveSheet'
import { ServedBy } from '../parts/community/ServedBy'
import { Team } from '../parts/community/Team'
import { useCommunity, type Led } from '../parts/community/useCommunity'
import type { Share } from '../../../components/ShareSheet/ShareSheet'

type Role = 'helper' | 'helperLeader' | 'leader' | 'desk'

/** The community itself: what it is called, where and when, who helps, who leads. */
export default function Community(): ReactNode {
  const leading = useCommunity()
  const communityId = leading.community?.communityId ?? null
  const asked = useAnswer('showCommunity', communityId === null ? null : { communityId })
  /** Changed and not kept yet, with what was looked at then. */
  const changes = useKeptChanges<CommunityDraft>(communityId === null ? null : `community/${communityId}`)
  const [inviting, setInviting] = useState<Role | null>(null)
  const [share, setShare] = useState<Share | null>(null)
  /** What other hours would do. */
  const [preview, setPreview] = useState<ClocksPreview | null>(null)
  const { busy, failed, done, send, forget } = useSending()
  useShareAppMessage(() => share ?? { title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })
  const page = asked.data
  const edited = page?.leading ? changes.changed : null
  const shown = edited?.said ?? (page && saidOf(page))
  const edit = (to: Partial<Said>) => {
    forget()
    if (page) changes.change({ ...(edited ?? { version: page.version, seen: saidOf(page) }), said: { ...(edited?.said ?? saidOf(page)), ...to } })
  }
  const save = () => void send(async () => {
    if (!edited || communityId === null) return
    const { version, said: { about, hours, holiday } } = edited
    asked.put(await call('editCommunity', { communityId, name: about.name.trim(), leaderName: about.leaderName.trim(), leaderPhone: about.leaderPhone.trim(), pickupPoints: writtenPoints(about), serviceHours: hours, holidayHours: holiday, seen: version }))
    changes.forget()
    setPreview(null)
    refresh('whoAmI', 'residentHome')
  })
  const look = () => void send(async () => {
    if (edited && communityId !== null) setPreview(await call('previewClocks', { communityId, hours: { serviceHours: edited.said.hours, holidayHours: edited.said.holiday } }))
  })
  // Other hours were kept meanwhile: they stand, and what was changed here is put on top of them, to be looked at again.
  const again = () => void send(async () => {
    if (!edited || communityId === null) return
    const newest = await call('showCommunity', { communityId })
    asked.put(newest)
    setPreview(null)
    changes.change(onTopOf(newest, edited))
  })
  const unnamed = edited !== null && (edited.said.about.name.trim() === '' || edited.said.about.leaderName.trim() === '')
  const next = failed?.code === 'CHANGED_MEANWHILE'
    ? <Button kind='primary' label='看最新的，留着我改的' busy={busy} busyLabel='正在看…' onTap={again} />
    : preview ? <Button kind='primary' label='就这样定' busy={busy} busyLabel='正在记…' onTap={save} />
    : edited && hasOtherHours(edited) ? <Button kind='primary' label='看看改了会怎样' busy={busy} busyLabel='正在算…' disabled={unnamed} onTap={look} />
    : <Button kind='primary' label='记下来' busy={busy} busyLabel='正在记…' disabled={unnamed} onTap={save} />
  const bar = edited ? (
    <ActionBar>
      {changes.left && <LeftChanges />}
      <Trouble words={failed && !isInPlace(failed.field) ? failed.message : null} />
      {next}
      <Button kind='quiet' label='不改了' disabled={busy} onTap={() => { changes.forget(); forget() }} />
    </ActionBar>
  ) : done && <ActionBar><Done words='记下了' /></ActionBar>
  return (
    <Page bar={bar}>
      <ForLeaders leading={leading}>
        {community => (
          <Answered asked={asked} cards={2}>
            {data => (shown && data.leading
              ? (
                <>
                  <CommunityFields title='小区' about={shown.about} failed={failed} onChange={about => edit({ about })} />
                  <Ways communityId={community.communityId} leading />
                  <Hours hours={shown.hours} holiday={shown.holiday} onChange={(hours, holiday) => edit({ hours, holiday })} />
                  <Team communityId={community.communityId} pickupPoints={pointsOf(data)} team={data.team} invitations={data.invitations} onInvite={role => { setShare(null); setInviting(role) }} onChanged={asked.put} />
                  <ServedBy communityId={community.communityId} desk={data.desk} onInvite={() => { setShare(null); setInviting('desk') }} onChanged={asked.put} />
                </>
              )
              : <AsHelper community={community} page={data} />)}
          </Answered>
        )}
      </ForLeaders>
      {inviting && communityId !== null && page && (
        <InviteMember
          key={inviting} communityId={communityId} communityName={page.community.name} pickupPoints={pointsOf(page)} role={inviting} share={share} onMade={made => { setShare(made); void asked.again() }}
          onClose={() => { setInviting(null); setShare(null) }}
        />
      )}
      {preview && <PreviewSheet preview={preview} onClose={() => { setPreview(null); forget() }} bar={<><Trouble words={failed?.message ?? null} />{next}</>} />}
    </Page>
  )
}

/** What stands on pages of its own. */
function Ways({ communityId, leading }: { communityId: string; leading: boolean }): ReactNode {
  const to = (page: string) => () => go(`/packages/leader/${page}/index?community=${communityId}`)
  return (
    <Card title='怎么处理'>
      <View className='team__sheet'>
        <Button label='谁先看、钱找谁' onTap={to('routes')} />
        <Button label='说好的时间' onTap={to('clocks')} />
        <Button label='常用的话' onTap={to('replies')} />
        <Button label='什么情况不退' onTap={to('criteria')} />
        <Button label='微信收不到时，还发到哪里' onTap={() => go(`/packages/channels/index${leading ? `?community=${communityId}` : ''}`)} />
      </View>
    </Card>
  )
}

/** A helper sees what they may do, and may stop. */
function AsHelper({ community, page }: { community: Led; page: CommunityPage }): ReactNode {
  const [leaving, setLeaving] = useState(false)
  const { busy, failed, send, forget } = useSending()
  const leave = () => void send(async () => {
    await call('leaveRole', { communityId: community.communityId })
    refresh('whoAmI')
    goOnlyTo('/pages/home/index')
  })
  return (
    <>
      <Card title={page.community.name}>
        <View>您在帮团长{page.community.leaderName}，一件最多定 {yuan(community.limit ?? 0)}，超过的请团长定。</View>
        <Button kind='quiet' label='我不帮了' onTap={() => setLeaving(true)} />
        <LeaveSheet open={leaving} title='不帮了？' busy={busy} said={failed?.message} onLeave={leave} onClose={() => { setLeaving(false); forget() }}>
          邻居反映的，您就看不到、也定不了了；您定过的照旧算数。想再帮，要团长重新请您。
        </LeaveSheet>
      </Card>
      <Ways communityId={community.communityId} leading={false} />
    </>
  )
}

/** Those that orders have come first: who is given one of the others sees nothing yet. */
function pointsOf({ community, orderPoints }: CommunityPage): string[] {
  return [...new Set([...orderPoints, ...community.pickupPoints])]
}
