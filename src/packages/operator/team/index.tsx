import { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import type { DeskPage } from '../../../../domain/contract/calls'
import { LEADING, type Operator } from '../../../../domain/people/desk'
import { call } from '../../../cloud/call'
import { refresh, useAnswer, type Asked } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { ShareSheet, type Share } from '../../../components/ShareSheet/ShareSheet'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Trouble } from '../../../components/States/Trouble'
import { useNow } from '../../../components/useNow'
import { go, goOnlyTo } from '../../../components/go'
import { ForOperators } from '../parts/ForOperators'
import { draftOf, NEW_OPERATOR, OperatorFields, operatorIn, type OperatorDraft } from '../parts/OperatorFields'
import { operatorWords } from '../parts/operatorWords'
import { useDesk } from '../parts/useDesk'
import './index.scss'

/** Who is at the desk, what each may do and up to how much; who manages invites, changes and removes them. */
export default function DeskTeam(): ReactNode {
  const at = useDesk()
  const deskId = at.desk?.deskId ?? null
  const asked = useAnswer('showDesk', deskId === null ? null : { deskId })
  const [share, setShare] = useState<Share | null>(null)
  useShareAppMessage(() => share ?? { title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })
  return (
    <Page>
      <ForOperators at={at}>
        {() => <Answered asked={asked} cards={2}>{page => <Whole page={page} asked={asked} share={share} onShare={setShare} />}</Answered>}
      </ForOperators>
    </Page>
  )
}

/** What a served community keeps; the pages are the leader's own. */
const KEPT = [{ page: 'routes', label: '谁先看' }, { page: 'clocks', label: '说好的时间' }, { page: 'replies', label: '常用的话' }, { page: 'criteria', label: '不退的情况' }] as const

interface WholeProps {
  page: DeskPage
  asked: Asked<DeskPage>
  share: Share | null
  onShare: (share: Share | null) => void
}

function Whole({ page, asked, share, onShare }: WholeProps): ReactNode {
  const now = useNow()
  const { busy, failed, send, forget } = useSending()
  const [inviting, setInviting] = useState<{ draft: OperatorDraft; until: number | null } | null>(null)
  const [changing, setChanging] = useState<{ member: Operator; draft: OperatorDraft } | null>(null)
  const [ending, setEnding] = useState<Operator | null>(null)
  const [naming, setNaming] = useState<{ name: string; phone: string } | null>(null)
  const { id: deskId, me, members, invitations, communities } = page
  const managing = me.capabilities.includes('management')
  const shut = () => { setInviting(null); setChanging(null); setEnding(null); setNaming(null); onShare(null); forget() }
  const invited = inviting && operatorIn(inviting.draft)
  const invite = () => void send(async () => {
    if (!inviting || !invited) return
    const { token, expiresAt } = await call('inviteToDesk', { deskId, ...invited })
    setInviting({ ...inviting, until: expiresAt })
    onShare({ title: `「${page.name}」请您一起管售后`, path: `/packages/operator/join/index?colleague=${token}` })
    void asked.again()
  })
  const changed = changing && operatorIn(changing.draft)
  const change = () => void send(async () => {
    if (!changing || !changed) return
    asked.put(await call('changeOperator', { deskId, memberId: changing.member.personId, ...changed }))
    setChanging(null)
    refresh('whoAmI')
  })
  const end = (member: Operator) => void send(async () => {
    const left = await call('removeOperator', { deskId, memberId: member.personId })
    setEnding(null)
    refresh('whoAmI')
    if ('left' in left) goOnlyTo('/pages/home/index')
    else asked.put(left)
  })
  const rename = () => void send(async () => {
    if (!naming) return
    asked.put(await call('editDesk', { deskId, name: naming.name.trim(), phone: naming.phone.trim() }))
    setNaming(null)
    refresh('whoAmI')
  })
  const revoke = (invitationId: string) => void send(async () => asked.put(await call('revokeDeskInvitation', { deskId, invitationId })))
  const quiet = inviting === null && changing === null && ending === null && naming === null
  return (
    <>
      {page.needAnother > 0 && (
        <Card tone='amber'>有 {page.needAnother} 件居民请再看的，能重新看的人都没同意过，不能再定。{managing ? '请再请一位有「投诉」「培训」或「管理」的同事，不然没人能定。' : '请管理的同事再请一位。'}</Card>
      )}
      <Card title={page.name}>
        <View className='soft small'>{page.phone === '' ? '没有留电话。居民在自己的那件事里看得到平台的名字和电话。' : `电话 ${page.phone}，居民在自己的那件事里看得到。`}</View>
        {managing && <View className='desk-team__about'><Button label='改名字、电话' onTap={() => setNaming({ name: page.name, phone: page.phone })} /></View>}
        {members.map(m => {
          const mine = m.personId === me.personId
          return (
            <View className='desk-team__one' key={m.personId}>
              <View><View className='desk-team__name'>{m.name}{mine && '（您）'}</View><View className='soft small'>{operatorWords(m)}</View></View>
              {managing && <Button label='改' spokenLabel={`改${m.name}能做什么`} onTap={() => setChanging({ member: m, draft: draftOf(m) })} />}
              {(managing || mine) && <Button kind={mine ? 'quiet' : 'plain'} label={mine ? '我不做了' : '去掉'} spokenLabel={mine ? '我不做了' : `去掉${m.name}`} onTap={() => setEnding(m)} />}
            </View>
          )
        })}
        {invitations.map(i => (
          <View className='desk-team__one' key={i.id}>
            <View><View className='desk-team__name'>请同事</View><View className='soft small'>{operatorWords(i)}；还没人点开，{spoken(i.expiresAt, now)}以前有效</View></View>
            <Button label='收回' spokenLabel='收回请同事的邀请' disabled={busy} onTap={() => revoke(i.id)} />
          </View>
        ))}
        {quiet && <Trouble words={failed?.message} />}
        {managing ? <Button kind='primary' label='请一位同事' onTap={() => setInviting({ draft: NEW_OPERATOR, until: null })} /> : <View className='soft'>要请人、改权限，请找有「管理」的同事。</View>}
        <Button kind='quiet' label='微信收不到时，还发到哪里' onTap={() => go('/packages/channels/index')} />
      </Card>
      <Section title='在帮的小区'>
        <Card>
          {communities.length === 0 && <View className='soft'>还没有。团长在「小区」里点「请一个平台」，把邀请发给您就行。</View>}
          {communities.map(c => (
            <View className='desk-team__one' key={c.id}>
              <View><View className='desk-team__name'>{c.name}</View><View className='soft small'>团长{c.leaderName}{c.leaderPhone === '' ? '' : ` · ${c.leaderPhone}`}</View></View>
              {me.capabilities.some(able => LEADING.includes(able)) && KEPT.map(({ page: at, label }) => <Button narrow kind='quiet' key={at} label={label} spokenLabel={`${c.name}：${label}`} onTap={() => go(`/packages/leader/${at}/index?community=${c.id}`)} />)}
            </View>
          ))}
        </Card>
      </Section>
      <ShareSheet open={inviting !== null} title='请一位同事' share={share} onClose={shut}>
        {inviting && (
          <View className='desk-team__sheet'>
            {share === null
              ? <OperatorFields draft={inviting.draft} onChange={draft => setInviting({ ...inviting, draft })} />
              : inviting.until !== null && <View className='amber'>只能用一次，{spoken(inviting.until, now)}以前有效（一天）。只发给他本人，别发到群里。</View>}
            <Trouble words={failed?.message} />
            {share === null && <Button kind='primary' label='做一张邀请' disabled={!invited} busy={busy} busyLabel='正在做…' onTap={invite} />}
          </View>
        )}
      </ShareSheet>
      <Sheet open={changing !== null} title={`「${changing?.member.name ?? ''}」能做什么`} onClose={shut} bar={<><Trouble words={failed?.message} /><Button kind='primary' label='就这样' disabled={!changed} busy={busy} busyLabel='正在改…' onTap={change} /></>}>
        {changing && <OperatorFields draft={changing.draft} onChange={draft => setChanging({ ...changing, draft })} />}
      </Sheet>
      <Sheet open={naming !== null} title='平台的名字、电话' onClose={shut} bar={<><Trouble words={failed && !['name', 'phone'].includes(failed.field ?? '') ? failed.message : null} /><Button kind='primary' label='就这样' disabled={(naming?.name.trim().length ?? 0) < 2} busy={busy} busyLabel='正在改…' onTap={rename} /></>}>
        {naming && (
          <View className='desk-team__sheet'>
            <Field label='平台名称' value={naming.name} most={30} trouble={failed?.field === 'name' ? failed.message : undefined} onChange={name => setNaming({ ...naming, name })} />
            <Field label='电话（可以不写）' value={naming.phone} type='number' most={11} trouble={failed?.field === 'phone' ? failed.message : undefined} hint='居民和团长看得到' onChange={phone => setNaming({ ...naming, phone })} />
          </View>
        )}
      </Sheet>
      <Sheet
        open={ending !== null} title={ending?.personId === me.personId ? `离开「${page.name}」？` : `去掉「${ending?.name ?? ''}」？`} onClose={shut}
        bar={ending && <><Trouble words={failed?.message} /><Button kind='danger' label={ending.personId === me.personId ? '离开' : '去掉'} busy={busy} busyLabel='正在办…' onTap={() => end(ending)} /><Button kind='quiet' label='先留着' onTap={shut} /></>}
      >
        <View>马上就看不到、也定不了了。以前定过的都还在，照旧算数。</View>
      </Sheet>
    </>
  )
}
