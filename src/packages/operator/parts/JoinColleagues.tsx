import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
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
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { Gone, Joined } from './Joined'
import { operatorWords } from './operatorWords'
import './join.scss'

/** A colleague's link: what it is for, what one is called, and yes. */
export function JoinColleagues({ token }: { token: string }): ReactNode {
  const me = useMe()
  const asked = useAnswer('showDeskInvitation', { token })
  const [typed, setTyped] = useState<string | null>(null)
  const [joined, setJoined] = useState<Answers['acceptDeskInvitation'] | null>(null)
  const { busy, failed, send } = useSending()
  const name = typed ?? me.data?.name ?? ''
  if (joined) return <Joined deskId={joined.deskId} title={`您在「${joined.deskName}」里了`} says='居民反映的、等平台定的，都在「平台」里，也会发消息给您。' />
  if (asked.failed?.code === 'INVITATION_GONE' || asked.failed?.field === 'token' || failed?.code === 'INVITATION_GONE') return <Gone from='同事' />
  const accept = () => {
    // First thing in the tap, WeChat allows it nowhere else; whatever is answered, the invitation is taken.
    void askConsent('leader')
    void send(async () => {
      setJoined(await call('acceptDeskInvitation', { token, name: name.trim() }))
      refresh('whoAmI', 'showDesk', 'deskQueue')
    })
  }
  return (
    <Page bar={asked.data && <ActionBar><Trouble words={failed?.field === 'name' ? null : failed?.message} /><Button kind='primary' label='接受邀请' disabled={name.trim() === ''} busy={busy} busyLabel='正在接受…' onTap={accept} /></ActionBar>}>
      <Answered asked={asked} cards={1}>
        {({ deskName, by, capabilities, limit }) => (
          <>
            <Card title={`${by}请您到「${deskName}」一起管售后`}>
              <View className='join-desk'>
                <View>您做：{operatorWords({ capabilities, limit })}。您定的事会写着是您定的。</View>
                <Field label='怎么称呼您' value={name} most={20} placeholder='比如 小唐' trouble={failed?.field === 'name' ? failed.message : undefined} onChange={setTyped} />
              </View>
            </Card>
            <Button kind='quiet' label='先不接受，回首页' onTap={() => goOnlyTo('/pages/home/index')} />
          </>
        )}
      </Answered>
    </Page>
  )
}
