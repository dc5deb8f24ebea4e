import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { Answers } from '../../../../domain/contract/calls'
import { askConsent } from '../../../cloud/askConsent'
import { call } from '../../../cloud/call'
import { useMe } from '../../../cloud/me'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import './index.scss'

type Invited = Answers['showRoleInvitation']

/** An invitation to help, to sell along, or to lead: what it is for, what one is called, and yes. */
export default function JoinTeam(): ReactNode {
  const token = useRouter().params.token
  const me = useMe()
  const asked = useAnswer('showRoleInvitation', token ? { token } : null)
  const [typed, setTyped] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  const [joined, setJoined] = useState<Answers['acceptRole'] | null>(null)
  const { busy, failed, send } = useSending()
  const name = typed ?? me.data?.name ?? ''
  if (joined) {
    const gathers = joined.role === 'helperLeader'
    return (
      <Page bar={<ActionBar><Button kind='primary' label={gathers ? '去看邻居反映的' : '去看待处理的'} onTap={() => goOnlyTo(gathers ? '/packages/leader/gathered/index' : `/packages/leader/inbox/index?community=${joined.communityId}`)} /></ActionBar>}>
        <Card tone='green' title={joined.role === 'leader' ? `✓ ${joined.communityName}现在由您带` : `✓ 您现在在帮${joined.communityName}`}>{gathers ? '归您管的邻居反映了什么，会出现在「我帮卖」里。' : '有邻居反映时会出现在「待我处理」里，也会发消息给您。'}</Card>
      </Page>
    )
  }
  if (!token || asked.failed?.code === 'INVITATION_GONE' || failed?.code === 'INVITATION_GONE' || asked.failed?.field === 'token') {
    return <Page><Empty title={token ? '这个邀请不能用了' : '没看到邀请'} hint={token ? '用过一次、过了一天，或者团长收回了，就不能再用。请团长再发一个给您。' : '请点开团长发来的邀请。'}><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>
  }
  const accept = () => {
    // First thing in the tap, WeChat allows it nowhere else; whatever is answered, the invitation is taken.
    void askConsent('leader')
    void send(async () => {
      setJoined(await call('acceptRole', { token, name: name.trim(), phone: phone.trim() }))
      refresh('whoAmI', 'showCommunity')
    })
  }
  const elsewhere = failed && failed.field !== 'name' && failed.field !== 'phone' ? failed.message : null
  return (
    <Page bar={asked.data && <ActionBar><Trouble words={elsewhere} /><Button kind='primary' label={asked.data.role === 'leader' ? '接过来，由我带' : '接受邀请'} disabled={name.trim() === ''} busy={busy} busyLabel='正在接受…' onTap={accept} /></ActionBar>}>
      <Answered asked={asked} cards={1}>
        {invited => (
          <><Card title={titleOf(invited)}>
            <View className='join-team'>
              <View>{wordsOf(invited)}</View>
              <Field label='怎么称呼您' value={name} most={20} placeholder='比如 陈姐' trouble={failed?.field === 'name' ? failed.message : undefined} onChange={setTyped} />
              {invited.role === 'leader' && <Field label='您的手机号（可以不填）' value={phone} type='number' most={11} hint='填了，邻居能一键打给您' trouble={failed?.field === 'phone' ? failed.message : undefined} onChange={setPhone} />}
            </View>
          </Card>
          <Button kind='quiet' label='先不接受，回首页' onTap={() => goOnlyTo('/pages/home/index')} /></>
        )}
      </Answered>
    </Page>
  )
}

function titleOf({ role, communityName, leaderName }: Invited): string {
  if (role === 'leader') return `团长${leaderName}请您接着带「${communityName}」`
  return `团长${leaderName}请您${role === 'helper' ? '来帮手' : '来帮卖'}：${communityName}`
}

function wordsOf({ role, limit, pickupPoints }: Invited): string {
  switch (role) {
    case 'leader': return '接过来以后，订单、邻居反映的事、没退完的钱都归您管，原来的团长不再管。'
    case 'helper': return `邻居反映的您都能看、能定，一件最多定 ${yuan(limit ?? 0)}，再多请团长定。您定的事会写着是您定的。`
    // Opens on the desk's own page.
    case 'desk': return '平台的邀请要从原来的链接点开。'
    case 'helperLeader': return `您能看到${pickupPoints.length > 0 ? `${pickupPoints.join('、')}的` : '归您管的'}邻居反映了什么，帮着问、帮着收；怎么处理、退钱，由团长来。`
  }
}
