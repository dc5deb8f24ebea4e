import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseStep } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { Words } from '../../../../components/Words/Words'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import './StepSheet.scss'

export interface StepSheetProps<C extends CaseStep['type']> {
  open: boolean
  onClose: () => void
  busy: boolean
  said: string | null
  onSend: (command: Extract<CaseStep, { type: C }>) => void
}

/** 请供货商先看: what to ask. */
export function ForwardSheet({ open, onClose, busy, said, onSend, phrases }: StepSheetProps<'forward'> & { phrases: readonly string[] }): ReactNode {
  const [words, setWords] = useSheetDraft('words', '')
  return (
    <Sheet
      open={open} title='请供货商先看' onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label='发给供货商' busy={busy} busyLabel='正在发…' onTap={() => onSend({ type: 'forward', words: words.trim() })} /></>}
    >
      <View className='step-sheet'>
        <View>供货商能看到照片和东西，看不到是哪一家邻居。他不回话，您也可以自己定。</View>
        <Words label='问他一句（可以不写）' value={words} onChange={setWords} phrases={phrases} />
      </View>
    </Sheet>
  )
}
