import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useMe } from '../../cloud/me'
import { Tap } from '../Tap/Tap'
import './RoleSwitch.scss'

type Here = 'resident' | 'leader' | 'supplier'
const FIRST_PAGE: Record<Here, string> = {
  resident: '/pages/home/index', leader: '/packages/leader/inbox/index', supplier: '/packages/supplier/cases/index',
}

/** For whoever is more than one: which of them they are now, and how many cases wait for each. Others see nothing. */
export function RoleSwitch({ here }: { here: Here }): ReactNode {
  const { data: me } = useMe()
  if (!me) return null
  const roles: { role: Here; label: string; waiting: number }[] = []
  if (me.isResident || here === 'resident') roles.push({ role: 'resident', label: '我买的', waiting: me.waitingForMe })
  if (me.leads.length > 0) roles.push({ role: 'leader', label: '我是团长', waiting: sum(me.leads) })
  if (me.supplies.length > 0) roles.push({ role: 'supplier', label: '我供货', waiting: sum(me.supplies) })
  if (roles.length < 2) return null
  return (
    <View className='role-switch'>
      {roles.map(r => (
        <Tap key={r.role} role='tab' className={`role-switch__role${r.role === here ? ' role-switch__role--here' : ''}`} label={`${r.label}${r.waiting > 0 ? `，${r.waiting} 件等着` : ''}${r.role === here ? '，现在在这里' : ''}`} onTap={() => { if (r.role !== here) void Taro.reLaunch({ url: FIRST_PAGE[r.role] }) }}>
          {r.label}{r.waiting > 0 && <View className='role-switch__count'>{r.waiting}</View>}
        </Tap>
      ))}
    </View>
  )
}

function sum(roles: { waiting: number }[]): number {
  return roles.reduce((total, r) => total + r.waiting, 0)
}
