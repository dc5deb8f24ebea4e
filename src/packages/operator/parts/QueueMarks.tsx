import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DeskQueue } from '../../../../domain/contract/calls'
import { useNow } from '../../../components/useNow'
import './QueueMarks.scss'

type Marked = Pick<DeskQueue['cards'][number], 'marks' | 'due' | 'myDue'>

/** What somebody of the desk has to know before opening it, the most pressing first. */
export function QueueMarks({ card }: { card: Marked }): ReactNode {
  const now = useNow()
  const says = marksOf(card, now)
  if (says.length === 0) return null
  return <View className='queue-marks'>{says.map(({ words, tone }) => <View key={words} className={`queue-marks__one queue-marks__one--${tone}`}>{words}</View>)}</View>
}

/** In words, with how loud each is. What is late is said by the card; only where that shows the desk's own time it is said here that somebody else's is over. */
export function marksOf({ marks, due, myDue }: Marked, now: number): { words: string; tone: 'danger' | 'amber' | 'calm' }[] {
  return [
    ...(marks.hazard ? [{ words: '! 安全问题', tone: 'danger' as const }] : []),
    ...(due && due.dueAt < now && myDue && myDue.dueAt >= now ? [{ words: '! 别人过了说好的时间', tone: 'danger' as const }] : []),
    ...(marks.expedited ? [{ words: '居民在催', tone: 'amber' as const }] : []),
    ...(marks.appeal ? [{ words: '请再看看', tone: 'calm' as const }] : []),
    ...(marks.needsAnother ? [{ words: '这件要请另一位来看', tone: 'amber' as const }] : marks.excluded ? [{ words: '您之前没同意过，请换一位', tone: 'amber' as const }] : []),
  ]
}
