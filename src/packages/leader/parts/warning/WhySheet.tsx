import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CallFailed } from '../../../../cloud/callFailed'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { TextArea } from '../../../../components/TextArea/TextArea'

/** As the contract has it. */
const MOST_WORDS = 60

interface WhySheetProps {
  title: string
  /** What it brings about. */
  says: string
  label: string
  placeholder: string
  busy: boolean
  failed: CallFailed | null
  onClose: () => void
  onSay: (words: string) => void
}

/** A step that needs a sentence: others will read it. */
export function WhySheet({ title, says, label, placeholder, busy, failed, onClose, onSay }: WhySheetProps): ReactNode {
  const [words, setWords] = useState('')
  return (
    <Sheet open title={title} onClose={onClose} bar={<><Trouble words={failed?.message} /><Button kind='primary' label={label} disabled={words.trim() === ''} busy={busy} busyLabel='正在记…' onTap={() => onSay(words.trim())} /><Button kind='quiet' label='再想想' onTap={onClose} /></>}>
      <TextArea label='写一句话' value={words} most={MOST_WORDS} placeholder={placeholder} onChange={setWords} />
      <View className='soft'>{says}</View>
    </Sheet>
  )
}
