import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { ChannelsPage, ContactView } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { useSending } from '../../../cloud/useSending'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Trouble } from '../../../components/States/Trouble'
import './channels.scss'

const WORDS = {
  email: { title: '邮箱', label: '您的邮箱', says: '没发到微信的都发，一次合成一封。', none: '这里还没有开通邮件。', is: '就是这个邮箱', remove: '不发到这个邮箱了', gone: '没有这个邮箱了', most: 100 },
  sms: { title: '短信', label: '您的手机号', says: '只有安全问题和催过还没办的才发，短信里不写是什么事。', none: '这里还没有开通短信。', is: '就是这个号码', remove: '不发到这个号码了', gone: '这个号码收不了短信', most: 11 },
} as const

interface ContactCardProps {
  way: 'email' | 'sms'
  contact: ContactView
  onChanged: (page: ChannelsPage) => void
}

/** A mailbox or a phone of one's own, shown to be so by a code that is sent there. */
export function ContactCard({ way, contact: { works, address, pending, gone }, onChanged }: ContactCardProps): ReactNode {
  const { busy, failed, send, forget } = useSending()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const [again, setAgain] = useState(false)
  const words = WORDS[way]
  const asksCode = pending !== null && !again
  const ask = () => void send(async () => {
    onChanged(await call('askCode', { way, address: typed.trim() }))
    setAgain(false)
    setCode('')
  })
  const confirm = () => void send(async () => { onChanged(await call('confirmCode', { way, code: code.trim() })) })
  const remove = () => void send(async () => { onChanged(await call('removeContact', { way })) })
  if (!works && address === null) return <Card title={words.title}><View className='soft'>{words.none}</View></Card>
  const inPlace = (field: string) => (failed?.field === field ? failed.message : undefined)
  return (
    <Card title={words.title}>
      <View className='channels__card'>
        <View>{words.says}</View>
        {address !== null && <View>发到 {address}</View>}
        {address === null && gone !== null && <View className='amber'>! {words.gone}：{gone}，先不往那里发了。换一个，或者再填一次</View>}
        {asksCode && <View>验证码发到了 {pending.address}</View>}
        {asksCode && <Field label='6 位验证码' value={code} type='number' most={6} trouble={inPlace('code')} onChange={value => { setCode(value); forget() }} />}
        {!asksCode && address === null && <Field label={words.label} value={typed} type={way === 'sms' ? 'number' : 'text'} most={words.most} trouble={inPlace('address')} onChange={value => { setTyped(value); forget() }} />}
        <Trouble words={failed && inPlace('code') === undefined && inPlace('address') === undefined ? failed.message : null} />
        {asksCode && <Button kind='primary' label={words.is} busy={busy} busyLabel='正在看…' disabled={code.trim().length !== 6} onTap={confirm} />}
        {asksCode && <Button kind='quiet' label='没收到，重新填' disabled={busy} onTap={() => { setAgain(true); forget() }} />}
        {!asksCode && address === null && <Button label='发验证码' spokenLabel={`发验证码到${words.title}`} busy={busy} busyLabel='正在发…' disabled={typed.trim() === ''} onTap={ask} />}
        {address !== null && <Button kind='quiet' label={words.remove} busy={busy} onTap={remove} />}
      </View>
    </Card>
  )
}
