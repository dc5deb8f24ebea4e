import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useMe } from '../../cloud/me'
import { Roles, type RoleName } from './Roles'

const FIRST_PAGE: Record<RoleName, string> = {
  resident: '/pages/home/index', leader: '/packages/leader/inbox/index', gatherer: '/packages/leader/gathered/index', operator: '/packages/operator/desk/index', supplier: '/packages/supplier/cases/index',
}

/** For whoever is more than one: which of them they are now, and how many cases wait for each. Others see nothing. */
export function RoleSwitch({ here }: { here: RoleName }): ReactNode {
  const { data: me } = useMe()
  if (!me) return null
  const roles: { role: RoleName; label: string; waiting: number }[] = []
  if (me.isResident || here === 'resident') roles.push({ role: 'resident', label: '我买的', waiting: me.waitingForMe })
  if (me.leads.length > 0) roles.push({ role: 'leader', label: me.leads.every(l => l.limit !== null) ? '我帮团长' : '我是团长', waiting: sum(me.leads) })
  if (me.gathers.length > 0) roles.push({ role: 'gatherer', label: '我帮卖', waiting: 0 })
  if (me.operates.length > 0) roles.push({ role: 'operator', label: '我在平台', waiting: sum(me.operates) })
  if (me.supplies.length > 0) roles.push({ role: 'supplier', label: '我供货', waiting: sum(me.supplies) })
  if (roles.length < 2) return null
  return <Roles here={here} roles={roles} onChoose={role => void Taro.reLaunch({ url: FIRST_PAGE[role] })} />
}

function sum(roles: { waiting: number }[]): number {
  return roles.reduce((total, r) => total + r.waiting, 0)
}
