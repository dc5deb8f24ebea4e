import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenTabs } from '../spoken'
import { Tap } from '../Tap/Tap'
import './RoleSwitch.scss'

export type RoleName = 'resident' | 'leader' | 'gatherer' | 'operator' | 'supplier'

interface RolesProps {
  here: RoleName
  roles: readonly { role: RoleName; label: string; waiting: number }[]
  onChoose: (role: RoleName) => void
}

/** A person's roles side by side, with a count beside each that something waits for. */
export function Roles({ here, roles, onChoose }: RolesProps): ReactNode {
  return (
    <View className='role-switch' {...spokenTabs('我的身份')}>
      {roles.map(r => (
        <Tap key={r.role} role='tab' picked={r.role === here} className={`role-switch__role${r.role === here ? ' role-switch__role--here' : ''}`} label={`${r.label}${r.waiting > 0 ? `，${r.waiting} 件等着` : ''}${r.role === here ? '，现在在这里' : ''}`} onTap={() => { if (r.role !== here) onChoose(r.role) }}>
          {r.label}{r.waiting > 0 && <View className='role-switch__count'>{r.waiting}</View>}
        </Tap>
      ))}
    </View>
  )
}
