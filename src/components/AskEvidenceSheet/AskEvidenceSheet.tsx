import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MISSING, MISSING_CODES, type Missing } from '../../../domain/case/evidence'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { Button } from '../Button/Button'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import { Tap } from '../Tap/Tap'
import { Words } from '../Words/Words'
import './AskEvidenceSheet.scss'

interface AskEvidenceSheetProps {
  open: boolean
  onClose: () => void
  busy: boolean
  said: string | null
  phrases: readonly string[]
  onSend: (asked: { type: 'askEvidence'; missing: Missing[]; words: string }) => void
}

/** 补张照片: exactly what is missing, ticked; a word with it. */
export function AskEvidenceSheet({ open, onClose, busy, said, phrases, onSend }: AskEvidenceSheetProps): ReactNode {
  const [missing, setMissing] = useSheetDraft<readonly Missing[]>('missing', [])
  const [words, setWords] = useSheetDraft('words', '')
  const nothing = missing.length === 0 && words.trim() === ''
  const toggle = (code: Missing) => setMissing(missing.includes(code) ? missing.filter(m => m !== code) : [...missing, code])
  return (
    <Sheet
      open={open} title='请补什么' onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={nothing ? '先选要补什么' : '发给邻居'} disabled={nothing} busy={busy} busyLabel='正在发…' onTap={() => onSend({ type: 'askEvidence', missing: [...missing], words: words.trim() })} /></>}
    >
      <View className='ask-evidence'>
        <View>选一样就够，选多了人家嫌烦。没补来之前，也可以直接定。</View>
        <View className='ask-evidence__tiles'>
          {MISSING_CODES.map(code => {
            const chosen = missing.includes(code)
            return <Tap key={code} role='checkbox' picked={chosen} className={`ask-evidence__tile${chosen ? ' ask-evidence__tile--chosen' : ''}`} label={`${MISSING[code]}${chosen ? '，已选' : ''}`} onTap={() => toggle(code)}>{MISSING[code]}{chosen && ' ✓'}</Tap>
          })}
        </View>
        <Words label='跟人家说一句（可以不写）' value={words} onChange={setWords} phrases={phrases} />
      </View>
    </Sheet>
  )
}
