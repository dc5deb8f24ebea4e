import type { ReactNode } from 'react'
import { LEADER_TELLS, TOLD_BY, type IntakeChannel } from '../../../../../domain/case/onBehalf'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useSheetDraft } from '../../../../outbox/sheetDraft'

interface TellSheetProps {
  /** Whom: 他, 王阿姨 7 号, 这 3 户. */
  who: string
  busy?: boolean
  /** Why it did not go. */
  said?: string | null
  onClose: () => void
  onTell: (how: IntakeChannel) => void
  children?: ReactNode
}

/** By which way a neighbour, or several, were told by hand. */
export function TellSheet({ who, busy = false, said = null, onClose, onTell, children }: TellSheetProps): ReactNode {
  const [how, setHow] = useSheetDraft<IntakeChannel | null>('how', null)
  return (
    <Sheet
      open title={`怎么告诉${who}的`} onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={how === null ? '选一下怎么告诉的' : '记下来'} busy={busy} busyLabel='正在记…' disabled={how === null} onTap={() => { if (how !== null) onTell(how) }} /></>}
    >
      <ChoiceTiles value={how} choices={LEADER_TELLS.map(value => ({ value, label: TOLD_BY[value] }))} onChoose={setHow} />
      {children}
    </Sheet>
  )
}
