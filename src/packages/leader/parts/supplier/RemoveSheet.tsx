import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'

interface RemoveSheetProps {
  member: { id: string; name: string } | null
  onClose: () => void
  busy: boolean
  said: string | null
  onRemove: (memberId: string) => void
}

/** Removing somebody takes all links along, so it is asked once more. */
export function RemoveSheet({ member, onClose, busy, said, onRemove }: RemoveSheetProps): ReactNode {
  return (
    <Sheet
      open={member !== null} title={`移出${member?.name ?? ''}？`} onClose={onClose}
      bar={member && <><Trouble words={said} /><Button kind='danger' label='移出，并收回所有链接' busy={busy} busyLabel='正在移出…' onTap={() => onRemove(member.id)} /></>}
    >
      <View>他马上就看不到、也回不了话了，正开着的页面也一样。发给这家供货商的链接会全部收回；要再请人，重新发一个。他已经回过的话都还在。</View>
    </Sheet>
  )
}
