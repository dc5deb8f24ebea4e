import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'

interface LeaveSheetProps {
  open: boolean
  title: string
  busy: boolean
  /** Why it did not go. */
  said: string | undefined
  onLeave: () => void
  onClose: () => void
  /** What is lost by it. */
  children: ReactNode
}

/** Whoever helps is asked before they stop: only the leader can let them in again. */
export function LeaveSheet({ open, title, busy, said, onLeave, onClose, children }: LeaveSheetProps): ReactNode {
  return (
    <Sheet open={open} title={title} onClose={onClose} bar={<><Trouble words={said} /><Button kind='danger' label='不帮了' busy={busy} busyLabel='正在退出…' onTap={onLeave} /><Button kind='quiet' label='接着帮' onTap={onClose} /></>}>
      <View>{children}</View>
    </Sheet>
  )
}
