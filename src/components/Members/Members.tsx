import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../Button/Button'
import './Members.scss'

interface MembersProps {
  members: readonly { id: string; name: string; me: boolean }[]
  asking: readonly { id: string; name: string }[]
  busy: boolean
  onAnswer: (requestId: string, yes: boolean) => void
  /** Left out where this person removes nobody. */
  onRemove?: (member: { id: string; name: string }) => void
}

/** People who act for a supplier, and those who ask to be let in. */
export function Members({ members, asking, busy, onAnswer, onRemove }: MembersProps): ReactNode {
  return (
    <View className='members'>
      {asking.map(a => (
        <View key={a.id} className='members__one'>
          <View className='members__name amber'>{a.name} 想加入</View>
          <View className='members__ways'>
            <Button narrow kind='primary' label='同意' spokenLabel={`同意${a.name}加入`} disabled={busy} onTap={() => onAnswer(a.id, true)} />
            <Button narrow label='不同意' spokenLabel={`不同意${a.name}加入`} disabled={busy} onTap={() => onAnswer(a.id, false)} />
          </View>
        </View>
      ))}
      {members.length === 0 && <View className='soft'>还没有人接，收不到消息</View>}
      {members.map(m => (
        <View key={m.id} className='members__one'>
          <View className='members__name'>{m.name}{m.me && '（您）'}</View>
          {onRemove && <Button narrow kind='quiet' label='移出' spokenLabel={`移出${m.name}`} disabled={busy} onTap={() => onRemove(m)} />}
        </View>
      ))}
    </View>
  )
}
