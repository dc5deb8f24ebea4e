import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CRITERIA, CRITERION_CODES, REVIEWS, REVIEW_CODES, type Criterion, type Review } from '../../../domain/case/reasons'
import type { CaseStep, Standards } from '../../../domain/contract/calls'
import type { Fillings } from '../../../domain/replies/reply'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { phrasesFor } from '../../words/phrases'
import { Button } from '../Button/Button'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import { PickOne } from '../PickOne/PickOne'
import { Words } from '../Words/Words'
import './RejectSheet.scss'

interface RejectSheetProps {
  /** How the household is called here; 邻居, unless it is said. */
  them?: '邻居' | '居民'
  open: boolean
  onClose: () => void
  busy: boolean
  said: string | null
  onSend: (command: Extract<CaseStep, { type: 'reject' }>) => void
  hasPhotos: boolean
  /** The goods came back and were looked at. */
  inspected?: boolean
  /** The community's own sentences and reasons; null where they are not known: then the usual ones. */
  standards: Standards | null
  about: Fillings
}

/** 不同意: a published reason first, how it was looked at, and a sentence of one's own that is never begun from nothing. */
export function RejectSheet({ them = '邻居', open, onClose, busy, said, onSend, hasPhotos, inspected = false, standards, about }: RejectSheetProps): ReactNode {
  const published: { value: Criterion; label: string }[] = [...CRITERION_CODES.map(value => ({ value, label: CRITERIA[value] })), ...(standards?.criteria ?? []).map(c => ({ value: c.code, label: c.words }))]
  const [chosen, setChosen] = useSheetDraft<Criterion | null>('criterion', null)
  const [review, setReview] = useSheetDraft<Review | null>('review', inspected ? 'onSite' : hasPhotos ? 'photos' : null)
  const [words, setWords] = useSheetDraft('words', '')
  // Chosen days ago, it may be published no longer.
  const criterion = published.some(p => p.value === chosen) ? chosen : null
  const phrases = (of: Criterion) => phrasesFor(standards, 'reject', about, of)
  const choose = (picked: Criterion) => {
    // What somebody wrote stays; what was only filled in follows the reason.
    const wasFilledIn = words.trim() === '' || (criterion !== null && phrases(criterion).includes(words))
    if (wasFilledIn) setWords(phrases(picked)[0] ?? '')
    setChosen(picked)
  }
  const missing = criterion === null ? '先选一个原因' : review === null ? '选一下怎么看的' : words.trim() === '' ? `写一句话给${them}` : null
  const send = () => {
    if (criterion !== null && review !== null) onSend({ type: 'reject', criterion, review, words: words.trim() })
  }
  return (
    <Sheet
      open={open} title='不同意，因为' onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='danger' label={missing ?? `告诉${them}，没同意`} disabled={missing !== null} busy={busy} busyLabel='正在发…' onTap={send} /></>}
    >
      <View className='reject-sheet'>
        <PickOne what='原因' value={criterion} choices={published} onChoose={choose} />
        {criterion !== null && (
          <>
            <Words label={`跟${them}说（可以改）`} value={words} onChange={setWords} placeholder='用自己的话说一句为什么' phrases={phrases(criterion)} />
            <View>
              <View className='reject-sheet__question'>您是怎么看的</View>
              <ChoiceTiles columns={3} value={review} choices={REVIEW_CODES.map(value => ({ value, label: REVIEWS[value] }))} onChoose={setReview} />
            </View>
          </>
        )}
      </View>
    </Sheet>
  )
}
