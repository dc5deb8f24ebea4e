import type { ReactNode } from 'react'
import { INTAKE_CHANNELS, INTAKE_CODES, type IntakeChannel } from '../../../../../domain/case/onBehalf'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'

/** By which way the neighbour said it. */
export function PickChannel({ value, onChoose }: { value: IntakeChannel | null; onChoose: (channel: IntakeChannel) => void }): ReactNode {
  return <ChoiceTiles value={value} choices={INTAKE_CODES.map(code => ({ value: code, label: INTAKE_CHANNELS[code] }))} onChoose={onChoose} />
}
