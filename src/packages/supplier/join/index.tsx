import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { askConsent } from '../../../cloud/askConsent'
import { call } from '../../../cloud/call'
import { useMe } from '../../../cloud/me'
import { refresh } from '../../../cloud/useAnswer'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { useSending } from '../../../cloud/useSending'
import { PasteInvitation } from '../parts/PasteInvitation'
import './index.scss'

const CASES = '/packages/supplier/cases/index'

/** An invitation opened: who are you called, and from then on this person answers for the supplier. */
export default function Join(): ReactNode {
  const token = useRouter().params.token
  const me = useMe()
  const [typed, setTyped] = useState<string | null>(null)
  const [joined, setJoined] = useState<string | null>(null)
  const { busy, failed, send } = useSending()
  const name = typed ?? me.data?.name ?? ''
  if (!token) return <Page><Empty title='没看到邀请' hint='请点开团长发来的邀请，或者把链接粘贴进来。' /><Card><PasteInvitation /></Card><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Page>

  const accept = () => {
    // First thing in the tap, WeChat allows it nowhere else; whatever is answered, the invitation is taken.
    void askConsent('supplier')
    void send(async () => {
      const { supplierName } = await call('acceptInvitation', { token, name: name.trim() })
      refresh('whoAmI', 'supplierCases')
      setJoined(supplierName)
    })
  }
  if (joined !== null) {
    return (
      <Page bar={<ActionBar><Button kind='primary' label='去看看有没有要回话的' onTap={() => goOnlyTo(CASES)} /></ActionBar>}>
        <Card tone='green' title={`✓ 您现在替「${joined}」回话了`}>东西有人反映问题时，会出现在「要回话的」里，也会发消息给您。</Card>
      </Page>
    )
  }
  if (failed?.code === 'INVITATION_GONE' || failed?.field === 'token') {
    return (
      <Page>
        <Empty title='这个邀请不能用了' hint='用过一次，或者过了 7 天，就不能再用。请团长再发一个给您。'>
          {(me.data?.supplies.length ?? 0) > 0 && <Button kind='primary' label='去看要回话的' onTap={() => goOnlyTo(CASES)} />}
          <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
        </Empty>
      </Page>
    )
  }
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={failed?.field === 'name' ? null : failed?.message} />
          <Button kind='primary' label='接受邀请' disabled={name.trim() === ''} busy={busy} busyLabel='正在接受…' onTap={accept} />
        </ActionBar>
      )}
    >
      <Card title='团长请您来回话'>
        <View className='join'>
          <View>您供的东西有邻居反映问题时，照片和要您承担的钱会直接给您看，不用在群里一张张翻。</View>
          <View className='soft'>您看不到是哪家居民；居民的钱由团长先退。</View>
          <Field label='怎么称呼您' value={name} most={20} placeholder='比如 老李' trouble={failed?.field === 'name' ? failed.message : undefined} onChange={setTyped} />
        </View>
      </Card>
      <Button kind='quiet' label='先不接受，回首页' onTap={() => goOnlyTo('/pages/home/index')} />
    </Page>
  )
}
