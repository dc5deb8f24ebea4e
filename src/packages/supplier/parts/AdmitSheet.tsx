import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { RecoveryBasis } from '../../../../domain/case/recoverable'
import { Button } from '../../../components/Button/Button'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Trouble } from '../../../components/States/Trouble'
import { basisWords } from '../../../words/basisWords'

interface AdmitSheetProps {
  open: boolean
  onClose: () => void
  count: number
  fen: number
  /** What each of them goes by. */
  bases: readonly RecoveryBasis[]
  busy: boolean
  said: string | null
  onAdmit: () => void
}

/** One yes for many cannot be taken back, so it is asked once more, with the sum and what it goes by. */
export function AdmitSheet({ open, onClose, count, fen, bases, busy, said, onAdmit }: AdmitSheetProps): ReactNode {
  const kinds = [...new Set(bases)].map(basis => `${basisWords(basis)} ${bases.filter(b => b === basis).length} 笔`).join('、')
  return (
    <Sheet
      open={open} title={`认下 ${count} 笔？`} onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={`认 ${yuan(fen)}`} busy={busy} busyLabel='正在发…' onTap={onAdmit} /></>}
    >
      <View>一共 {yuan(fen)}（{kinds}）。跟团长结货款时扣，不用另外转账。认了就不能改；拿不准的，先点开单独看。</View>
    </Sheet>
  )
}
