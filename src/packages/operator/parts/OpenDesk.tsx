import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../../domain/contract/calls'
import { askConsent } from '../../../cloud/askConsent'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { useMe } from '../../../cloud/me'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../components/Field/Field'
import { Page } from '../../../components/Page/Page'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { Gone, Joined } from './Joined'
import './join.scss'

/** Instead of a desk's id: one that is named now. */
const NEW = ''
const IN_PLACE = ['desk.name', 'desk.phone', 'desk.called']

/** A leader's link: a desk that one manages already, or a new one, serves the community from now on. */
export function OpenDesk({ token }: { token: string }): ReactNode {
  const me = useMe()
  const asked = useAnswer('showRoleInvitation', { token })
  // Drawn once: a repeated tap opens one desk.
  const [drawn] = useState(drawId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [opened, setOpened] = useState<Answers['openDesk'] | null>(null)
  const { busy, failed, send } = useSending()
  const own = me.data?.operates.filter(d => d.capabilities.includes('management')) ?? []
  const which = chosen ?? own[0]?.deskId ?? NEW
  const called = typed ?? me.data?.name ?? ''
  if (opened) return <Joined deskId={opened.deskId} title={`「${opened.deskName}」现在帮${opened.communityName}了`} says='居民反映的都在「平台」里。要请同事一起，点「平台的人」。' />
  if (asked.failed?.code === 'INVITATION_GONE' || asked.failed?.field === 'token' || failed?.code === 'INVITATION_GONE' || (asked.data && asked.data.role !== 'desk')) return <Gone from='团长' />
  const ready = which !== NEW || (name.trim() !== '' && called.trim() !== '')
  const accept = () => {
    // First thing in the tap, WeChat allows it nowhere else; whatever is answered, the invitation is taken.
    void askConsent('leader')
    void send(async () => {
      setOpened(await call('openDesk', { token, desk: which === NEW ? { kind: 'new', deskId: drawn, name: name.trim(), phone: phone.trim(), called: called.trim() } : { kind: 'own', deskId: which } }))
      refresh('whoAmI', 'showDesk', 'deskQueue', 'showCommunity')
    })
  }
  const inPlace = (field: string) => (failed?.field === field ? failed.message : undefined)
  return (
    <Page bar={asked.data && <ActionBar><Trouble words={failed && !IN_PLACE.includes(failed.field ?? '') ? failed.message : null} /><Button kind='primary' label='开始帮这个小区' disabled={!ready} busy={busy} busyLabel='正在开…' onTap={accept} /></ActionBar>}>
      <Answered asked={asked} cards={1}>
        {({ communityName, leaderName }) => (
          <>
            <Card title={`团长${leaderName}请平台来帮「${communityName}」`}>
              <View className='join-desk'>
                <View>居民反映的您都能看、能定；电话、公众号、网页来的也由您报进来；居民不服团长定的，由平台再看一遍。团长随时能结束。</View>
                {own.length > 0 && <ChoiceTiles columns={1} value={which} choices={[...own.map(d => ({ value: d.deskId, label: d.name, hint: `已经在帮 ${d.communities} 个小区` })), { value: NEW, label: '再开一个平台' }]} onChoose={setChosen} />}
                {which === NEW && (
                  <>
                    <Field label='平台名称' value={name} most={30} placeholder='比如 邻里平台客服' trouble={inPlace('desk.name')} onChange={setName} />
                    <Field label='怎么称呼您' value={called} most={20} placeholder='比如 小许' trouble={inPlace('desk.called')} onChange={setTyped} />
                    <Field label='您的手机号（可以不填）' value={phone} type='number' most={11} trouble={inPlace('desk.phone')} onChange={setPhone} />
                  </>
                )}
              </View>
            </Card>
            <Button kind='quiet' label='先不接受，回首页' onTap={() => goOnlyTo('/pages/home/index')} />
          </>
        )}
      </Answered>
    </Page>
  )
}
