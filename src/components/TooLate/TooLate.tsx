import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CaseView } from '../../../domain/people/caseView'
import { forgetSheetDraft, lateWords } from '../../outbox/sheetDraft'
import { Button } from '../Button/Button'
import { Card } from '../Card/Card'
import { CopyButton } from '../CopyButton/CopyButton'
import './TooLate.scss'

interface TooLateProps {
  view: CaseView
  /** Whether the sheet of that step can still be opened: then its words are there. */
  isPossible: (step: string) => boolean
}

/** What somebody wrote for a step that was not possible any more when they sent it: what happened meanwhile, and the words, to use for something else. */
export function TooLate({ view, isPossible }: TooLateProps): ReactNode {
  const [, setForgotten] = useState(0)
  const left = lateWords(view.as, view.id).filter(({ step }) => !isPossible(step))
  if (left.length === 0) return null
  const forget = () => {
    for (const { owner } of left) forgetSheetDraft(owner)
    setForgotten(n => n + 1)
  }
  return (
    <Card tone='amber' title='您写的没发出去，还在这里'>
      <View className='too-late'>
        {view.story[0] && <View>最新的情况：{view.story[0].says}{view.story[0].detail !== '' && `：「${view.story[0].detail}」`}</View>}
        {left.map(({ owner, words }) => (
          <View className='too-late__row' key={owner}>
            <View className='too-late__words'>“{words}”</View>
            <CopyButton words={words} spokenLabel={`复制：${words}`} />
          </View>
        ))}
        <View className='soft small'>接下来要写话的时候，也能一点就用上。</View>
        <Button narrow kind='quiet' label='不要了' onTap={forget} />
      </View>
    </Card>
  )
}
