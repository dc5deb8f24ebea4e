import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { StoryLine } from '../../../domain/case/story'
import { spoken as inWords } from '../../../domain/clock/shanghai'
import { Button } from '../Button/Button'
import { PhotoWall } from '../PhotoWall/PhotoWall'
import { useNow } from '../useNow'
import './Timeline.scss'

/** So many of the newest stand there; whoever wants to know how it began taps. */
const FIRST = 5

/** The story, newest first, each line a sentence. */
export function Timeline({ story, links }: { story: readonly StoryLine[]; links: Record<string, string> }): ReactNode {
  const now = useNow()
  const [all, setAll] = useState(false)
  // A single line more is shown rather than hidden behind a button of the same height.
  const shown = all || story.length <= FIRST + 1 ? story : story.slice(0, FIRST)
  const left = story.length - shown.length
  return (
    <View className='timeline'>
      {shown.map((line, i) => (
        <View className={`timeline__line${i === 0 ? ' timeline__line--newest' : ''}`} key={`${story.length - i}-${line.at}`}>
          <View className='timeline__dot' />
          <View className='timeline__words'>
            <View className='timeline__says'>{line.says}</View>
            {line.detail !== '' && <View className='timeline__detail'>“{line.detail}”</View>}
            {line.photos.length > 0 && <PhotoWall photos={line.photos} links={links} small />}
            <View className='timeline__at'>{inWords(line.at, now)}</View>
          </View>
        </View>
      ))}
      {left > 0 && <Button kind='quiet' label={`更早的 ${left} 条`} onTap={() => setAll(true)} />}
    </View>
  )
}
