import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/Button/Button'
import { Field } from '../../components/Field/Field'
import { tokenIn } from './tokenIn'
import './GroupBuyLink.scss'

/** For who was sent a link rather than a card: pasting it opens the group-buy, or what a supplier was sent. */
export function GroupBuyLink(): ReactNode {
  const [link, setLink] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const open = () => {
    const token = tokenIn(link)
    const id = groupBuyIn(link)
    if (token !== null) void Taro.navigateTo({ url: `/packages/supplier/join/index?token=${token}` })
    else if (id === null) setTrouble('这里面没有团购，请把团长发的链接整段粘贴进来')
    else void Taro.navigateTo({ url: `/pages/bind/index?groupBuy=${encodeURIComponent(id)}` })
  }
  return (
    <View className='group-buy-link'>
      <Field label='把链接粘贴在这里' value={link} most={500} trouble={trouble} onChange={v => { setLink(v); setTrouble(undefined) }} />
      <Button label='打开' disabled={link.trim() === ''} onTap={open} />
    </View>
  )
}

/** The group-buy that a pasted link is about, however much text stands around it. */
function groupBuyIn(pasted: string): string | null {
  return /groupBuy=([\w:%-]+)/.exec(pasted)?.[1]?.replace(/%3A/gi, ':') ?? null
}
