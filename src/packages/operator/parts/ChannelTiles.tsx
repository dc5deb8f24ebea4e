import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { INTAKE_CHANNELS, INTAKE_CODES, type IntakeChannel } from '../../../../domain/case/onBehalf'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import './steps/step.scss'

/** What a desk hears first: these before what is said in a leader's group. */
const FIRST: readonly IntakeChannel[] = ['hotline', 'phone', 'liveChat', 'email']
const CHANNELS = [...FIRST, ...INTAKE_CODES.filter(code => !FIRST.includes(code))]

/** By which way the resident said it. */
export function ChannelTiles({ value, asks = '他是怎么说的', onChoose }: { value: IntakeChannel | null; asks?: string; onChoose: (channel: IntakeChannel) => void }): ReactNode {
  return <View><View className='desk-step__question'>{asks}</View><ChoiceTiles value={value} choices={CHANNELS.map(code => ({ value: code, label: INTAKE_CHANNELS[code] }))} onChoose={onChoose} /></View>
}
