import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../components/Button/Button'
import { Field } from '../../../components/Field/Field'
import { go } from '../../../components/go'
import { tokenIn } from '../../../pages/bind/tokenIn'
import './PasteInvitation.scss'

/** For who was sent a link rather than a card: pasting it opens the invitation. */
export function PasteInvitation(): ReactNode {
  const [pasted, setPasted] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const open = () => {
    const token = tokenIn(pasted)
    if (token === null) setTrouble('这里面没有邀请，请把团长发的整段粘贴进来')
    else go(`/packages/supplier/join/index?token=${token}`)
  }
  return (
    <View className='paste-invitation'>
      <Field label='把链接粘贴在这里' value={pasted} most={500} trouble={trouble} onChange={v => { setPasted(v); setTrouble(undefined) }} />
      <Button label='打开邀请' disabled={pasted.trim() === ''} onTap={open} />
    </View>
  )
}
