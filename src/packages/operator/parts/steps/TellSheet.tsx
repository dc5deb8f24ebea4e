import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { ChannelTiles } from '../ChannelTiles'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { StepSheet } from './stepSheet'
import './step.scss'

/** 已经告诉居民了: by which way. */
export function TellSheet({ busy, said, onClose, onSend }: StepSheet): ReactNode {
  const [how, setHow] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <Sheet open title='怎么告诉居民的' onClose={onClose} bar={<><Trouble words={said} /><Button kind='primary' label={how === null ? '选一下怎么告诉的' : '记下来'} disabled={how === null} busy={busy} busyLabel='正在记…' onTap={() => { if (how !== null) void onSend({ type: 'tell', how }) }} /></>}>
      <View className='desk-step'><View>记下来以后，这件不再提醒要告诉他。</View><ChannelTiles value={how} asks='怎么告诉的' onChoose={setHow} /></View>
    </Sheet>
  )
}
